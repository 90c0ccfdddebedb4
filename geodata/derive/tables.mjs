// Reads and writes the tables of this folder: RFC 4180, UTF-8, LF.
import { readFileSync, writeFileSync } from "node:fs";

export const readJson = path => JSON.parse(readFileSync(path, "utf8"));

/** Rows of a CSV file as objects keyed by its header. */
export function readCsv(path) {
  const rows = [];
  let row = [], field = "", quoted = false;
  const text = readFileSync(path, "utf8");
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (quoted) {
      if (c !== '"') field += c;
      else if (text[i + 1] === '"') { field += c; i++; }
      else quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === ",") { row.push(field); field = ""; }
    else if (c === "\n") { rows.push([...row, field]); row = []; field = ""; }
    else if (c !== "\r") field += c;
  }
  if (field !== "" || row.length > 0) rows.push([...row, field]);
  return keyed(rows);
}

/** Rows of a tab-separated file. GeoNames does not quote; the town table quotes a field that holds quotes. */
export function readTsv(path) {
  const lines = readFileSync(path, "utf8").trimEnd().split("\n").map(line => line.split("\t"));
  return keyed(lines.map(row => row.map(field =>
    /^".*"$/s.test(field) ? field.slice(1, -1).replaceAll('""', '"') : field)));
}

function keyed([header, ...rows]) {
  return rows.map(row => Object.fromEntries(header.map((name, i) => [name, row[i] ?? ""])));
}

const quote = value => /[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;

export function csvText(columns, rows) {
  const line = values => values.map(value => quote(String(value ?? ""))).join(",") + "\n";
  return line(columns) + rows.map(row => line(columns.map(column => row[column]))).join("");
}

export function writeCsv(path, columns, rows) {
  writeFileSync(path, csvText(columns, rows));
}
