// MB/s of compromise over the texts of a file, for so many seconds: compromise.mjs NEWS.jsonl SECONDS
import { readFileSync } from "node:fs";
import nlp from "compromise";

const texts = readFileSync(process.argv[2], "utf8").trim().split("\n").map((line) => JSON.parse(line).text);
const read = (text) => {
  const doc = nlp(text);
  return [doc.people().out("array"), doc.places().out("array"), doc.organizations().out("array")];
};
texts.slice(0, 10).forEach(read);
const begun = performance.now();
let done = 0;
for (const text of texts) {
  read(text);
  done += Buffer.byteLength(text);
  if (performance.now() - begun > 1000 * Number(process.argv[3])) break;
}
console.log(done / 1e6 / ((performance.now() - begun) / 1000));
