"""Chromium by the WebDriver protocol (https://www.w3.org/TR/webdriver2/), as far as the page's test needs it."""

import base64
import json
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request

FLAGS = ("--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
         "--disable-component-update --disable-sync").split()
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"


class Browser:
    """One window; closes with its `with` block."""

    def __init__(self, width, height):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.home = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        self.driver = subprocess.Popen(["chromedriver", f"--port={port}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.base = f"http://127.0.0.1:{port}"
        options = {"args": [*FLAGS, f"--user-data-dir={self.home.name}", f"--window-size={width},{height}"]}
        asked = {"capabilities": {"alwaysMatch": {"goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "ALL"}}}}
        for attempt in range(50):
            try:
                self.session = self.call("POST", "/session", asked)["sessionId"]
                break
            except (urllib.error.URLError, ConnectionError):
                if attempt == 49 or self.driver.poll() is not None:
                    raise
                time.sleep(0.2)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        try:
            self.call("DELETE", f"/session/{self.session}")
        finally:
            self.driver.kill()
            self.driver.wait()
            self.home.cleanup()

    def call(self, method, path, body=None):
        data = json.dumps(body or {}).encode() if method == "POST" else None
        request = urllib.request.Request(self.base + path, data, {"Content-Type": "application/json"}, method=method)
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            raise RuntimeError(json.load(error)["value"]["message"]) from error

    def post(self, path, **body):
        return self.call("POST", f"/session/{self.session}{path}", body)

    def open(self, url):
        self.post("/url", url=url)

    def run(self, script, *args):
        """The value of a script that returns one."""
        return self.post("/execute/sync", script=script, args=list(args))

    def wait(self, script, seconds=20):
        """Until a script returns something true."""
        end = time.time() + seconds
        while not (value := self.run(script)):
            if time.time() > end:
                raise RuntimeError(f"waited in vain for: {script}")
            time.sleep(0.05)
        return value

    def find(self, selector):
        return self.post("/element", using="css selector", value=selector)[ELEMENT]

    def click(self, selector):
        self.post(f"/element/{self.find(selector)}/click")

    def keys(self, selector, text):
        self.post(f"/element/{self.find(selector)}/value", text=text)

    def size(self, width, height):
        """The size of the page's view, as a device of that width has it."""
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}
        self.post("/goog/cdp/execute", cmd="Emulation.setDeviceMetricsOverride", params=metrics)

    def prefers(self, scheme):
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        self.post("/goog/cdp/execute", cmd="Emulation.setEmulatedMedia", params={"features": features})

    def complaints(self):
        """Errors and exceptions of the page since last asked."""
        entries = self.post("/se/log", type="browser")
        return [entry["message"] for entry in entries if entry["level"] == "SEVERE"]

    def picture(self, path):
        path.write_bytes(base64.b64decode(self.call("GET", f"/session/{self.session}/screenshot")))
