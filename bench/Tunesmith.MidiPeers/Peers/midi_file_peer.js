// npm's midi-file as a contender; NODE_PATH says where it is. Reads commands from standard input and answers each with a line of JSON.
//
// load NUMBER PATH       reads the files that the list at PATH names into memory, and says which of them midi-file can parse
// time NUMBER SECONDS    parses those of set NUMBER again and again for so long, and says how many seconds each pass took
'use strict';

const fs = require('fs');
const readline = require('readline');
const { parseMidi } = require('midi-file');

const sets = new Map();

function canParse(content) {
  try {
    parseMidi(content);
    return true;
  } catch {
    return false; // whatever it throws, it cannot
  }
}

function load(number, path) {
  const names = fs.readFileSync(path, 'utf8').split('\n').filter(name => name.length > 0);
  const contents = names.map(name => fs.readFileSync(name));
  const able = contents.map(canParse);
  sets.set(number, contents.filter((_, index) => able[index]));
  return able;
}

function measure(number, seconds) {
  const passes = [];
  const begin = performance.now();
  while (passes.length === 0 || performance.now() - begin < 1000 * seconds) {
    const start = performance.now();
    for (const content of sets.get(number)) {
      parseMidi(content);
    }
    passes.push((performance.now() - start) / 1000);
  }
  return passes;
}

console.log(JSON.stringify(`midi-file ${require('midi-file/package.json').version}, Node.js ${process.versions.node}`));
readline.createInterface({ input: process.stdin }).on('line', line => {
  const [command, number, argument] = line.match(/^(\S+) (\S+) (.*)$/).slice(1);
  console.log(JSON.stringify(command === 'load' ? load(number, argument) : measure(number, argument)));
});
