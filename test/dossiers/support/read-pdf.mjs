// Reads PDFs apart from Jest, whose module loader cannot take this ES module. Prints one JSON array, a document an entry.
import { readFile } from 'node:fs/promises';
import { OPS, getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

const documents = [];
for (const path of process.argv.slice(2)) documents.push(await readDocument(path));
process.stdout.write(JSON.stringify(documents));

async function readDocument(path) {
  const data = new Uint8Array(await readFile(path));
  const document = await getDocument({ data, verbosity: 0 }).promise;
  const { info } = await document.getMetadata();
  const pages = [];
  for (let number = 1; number <= document.numPages; number += 1)
    pages.push(await readPage(await document.getPage(number)));
  const marked = (await document.getMarkInfo())?.Marked === true;
  const outline = titlesOf((await document.getOutline()) ?? []);
  await document.loadingTask.destroy();
  const { Title: title, Language: language = null, CreationDate: created } = info;
  return { title, language, created, marked, outline, pages };
}

/** Bookmarks with how deep they stand. */
function titlesOf(items, depth = 0) {
  return items.flatMap(({ title, items: inner }) => [{ title, depth }, ...titlesOf(inner, depth + 1)]);
}

async function readPage(page) {
  const [left, bottom, right, top] = page.view;
  const operators = await page.getOperatorList();
  const { items } = await page.getTextContent({ disableNormalization: true });
  return {
    width: right - left,
    height: top - bottom,
    texts: items.filter(({ str }) => str.trim() !== '').map((item) => textOf(page, item, top)),
    boxes: boxesOf(operators, top),
  };
}

/** Points from the left and from the top; `y` is the base line. */
function textOf(page, { str, transform, width, fontName }, top) {
  const [a, b, , , x, y] = transform;
  return {
    text: str,
    x,
    y: top - y,
    width,
    size: Math.hypot(a, b),
    // A font that nothing is drawn with has not been loaded.
    font: page.commonObjs.has(fontName) ? page.commonObjs.get(fontName).name : '',
  };
}

/** The bounding boxes of what is drawn: rules and table borders. */
function boxesOf({ fnArray, argsArray }, top) {
  const stack = [];
  const boxes = [];
  let matrix = [1, 0, 0, 1, 0, 0];
  fnArray.forEach((operator, at) => {
    const args = argsArray[at];
    if (operator === OPS.save) stack.push(matrix);
    else if (operator === OPS.restore) matrix = stack.pop() ?? matrix;
    else if (operator === OPS.transform) matrix = multiply(matrix, args);
    else if (operator === OPS.constructPath && args[2] && isPainted(args[0]))
      boxes.push(boxOf(matrix, args[2], top));
  });
  return boxes;
}

function isPainted(operator) {
  return [OPS.fill, OPS.eoFill, OPS.stroke, OPS.fillStroke, OPS.eoFillStroke].includes(operator);
}

function multiply([a, b, c, d, e, f], [g, h, i, j, k, l]) {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

function boxOf([a, b, c, d, e, f], [x0, y0, x1, y1], top) {
  const xs = [a * x0 + c * y0 + e, a * x1 + c * y1 + e];
  const ys = [b * x0 + d * y0 + f, b * x1 + d * y1 + f].map((y) => top - y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}
