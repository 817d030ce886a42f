var __defProp = Object.defineProperty;
var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
};

// src/placement/trace/file/read.ts
import { readdirSync, statSync as statSync2 } from "node:fs";
import { join } from "node:path";

// src/units/dimension.ts
var baseUnits = ["USD", "B", "FLOP", "token", "J", "s"];
var dimensionless = {};
function combine(a, b, exponent = 1) {
  const result = {};
  for (const base of baseUnits) {
    const power4 = (a[base] ?? 0) + (b[base] ?? 0) * exponent;
    if (power4 !== 0) result[base] = power4;
  }
  return result;
}
function sameDimension(a, b) {
  return baseUnits.every((base) => (a[base] ?? 0) === (b[base] ?? 0));
}
function dimensionText(dimension) {
  const over2 = baseUnits.filter((base) => (dimension[base] ?? 0) > 0).map((base) => power(base, dimension[base] ?? 0));
  const under = baseUnits.filter((base) => (dimension[base] ?? 0) < 0).map((base) => power(base, -(dimension[base] ?? 0)));
  const numerator = over2.join("*") || "1";
  if (under.length === 0) return numerator;
  return `${numerator}/${under.length > 1 ? `(${under.join("*")})` : under[0]}`;
}
function power(base, exponent) {
  return exponent === 1 ? base : `${base}^${exponent}`;
}

// src/units/refusal.ts
var Refusal = class extends Error {
  name = "Refusal";
};
function nearestNames(asked3, names7) {
  const wanted2 = asked3.toLowerCase();
  return [...names7].map((name) => ({ name, far: distance(wanted2, name.toLowerCase()) })).filter(({ name, far }) => far <= Math.max(2, wanted2.length / 3) || name.toLowerCase().includes(wanted2)).sort((a, b) => a.far - b.far).slice(0, 3).map(({ name }) => name);
}
var mostNames = 30;
function unknownName(what, asked3, names7) {
  const all = [...names7];
  const near = nearestNames(asked3, all);
  const list2 = all.length > mostNames ? `${all.length} names such as ${all.slice(0, 3).join(", ")}` : all.join(", ");
  const hint2 = near.length > 0 ? `did you mean ${near.join(" or ")}?` : `expected one of ${list2}.`;
  return new Refusal(`Unknown ${what} "${asked3}": ${hint2}`);
}
function distance(a, b) {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + change);
    }
    row = next;
  }
  return row[b.length];
}

// src/units/table.ts
var day = 86400;
var siPrefixes = { k: 1e3, M: 1e6, G: 1e9, T: 1e12, P: 1e15, E: 1e18 };
var iecPrefixes = { Ki: 2 ** 10, Mi: 2 ** 20, Gi: 2 ** 30, Ti: 2 ** 40, Pi: 2 ** 50 };
var smallPrefixes = { m: 1e-3, u: 1e-6, \u00B5: 1e-6, n: 1e-9 };
var plain = {
  "%": { scale: 0.01, dimension: dimensionless },
  FLOPs: { scale: 1, dimension: { FLOP: 1 } },
  tokens: { scale: 1, dimension: { token: 1 } },
  $: { scale: 1, dimension: { USD: 1 } },
  bytes: { scale: 1, dimension: { B: 1 } },
  min: { scale: 60, dimension: { s: 1 } },
  m: { scale: 60, dimension: { s: 1 } },
  h: { scale: 3600, dimension: { s: 1 } },
  d: { scale: day, dimension: { s: 1 } },
  day: { scale: day, dimension: { s: 1 } },
  days: { scale: day, dimension: { s: 1 } },
  w: { scale: 7 * day, dimension: { s: 1 } },
  // Julian year, and a twelfth of it: the same month for every price list.
  month: { scale: 30.4375 * day, dimension: { s: 1 } },
  months: { scale: 30.4375 * day, dimension: { s: 1 } },
  y: { scale: 365.25 * day, dimension: { s: 1 } },
  year: { scale: 365.25 * day, dimension: { s: 1 } },
  years: { scale: 365.25 * day, dimension: { s: 1 } }
};
var prefixed = [
  ["B", { scale: 1, dimension: { B: 1 } }, { ...siPrefixes, ...iecPrefixes }],
  ["bit", { scale: 1 / 8, dimension: { B: 1 } }, siPrefixes],
  ["token", { scale: 1, dimension: { token: 1 } }, siPrefixes],
  ["tok", { scale: 1, dimension: { token: 1 } }, siPrefixes],
  ["FLOP", { scale: 1, dimension: { FLOP: 1 } }, siPrefixes],
  ["USD", { scale: 1, dimension: { USD: 1 } }, { k: 1e3, M: 1e6, ...smallPrefixes }],
  ["s", { scale: 1, dimension: { s: 1 } }, smallPrefixes],
  ["J", { scale: 1, dimension: { J: 1 } }, { ...siPrefixes, ...smallPrefixes }],
  ["W", { scale: 1, dimension: { J: 1, s: -1 } }, { ...siPrefixes, ...smallPrefixes }],
  ["Wh", { scale: 3600, dimension: { J: 1 } }, siPrefixes]
];
var unitTable = new Map([
  ...Object.entries(plain),
  ...prefixed.flatMap(([name, unit3, prefixes]) => [
    [name, unit3],
    ...Object.entries(prefixes).map(([prefix, factor]) => [
      prefix + name,
      { scale: unit3.scale * factor, dimension: unit3.dimension }
    ])
  ])
]);

// src/units/parse.ts
var one = { scale: 1, dimension: dimensionless };
function parseUnit(text2) {
  const tokens2 = text2.match(/[\p{L}%$]+|\^|-?\d+|[*·./()]|\S/gu) ?? [];
  let at = 0;
  function product2() {
    let unit4 = factor();
    while (at < tokens2.length && tokens2[at] !== ")") {
      const operator = tokens2[at++];
      if (operator !== "*" && operator !== "\xB7" && operator !== "." && operator !== "/") throw unreadable(text2);
      unit4 = times(unit4, factor(), operator === "/" ? -1 : 1);
    }
    return unit4;
  }
  function factor() {
    const base = atom();
    if (tokens2[at] !== "^") return base;
    const exponent = Number(tokens2[at + 1]);
    if (!Number.isInteger(exponent)) throw unreadable(text2);
    at += 2;
    return times(one, base, exponent);
  }
  function atom() {
    const token = tokens2[at++];
    if (token === "1") return one;
    if (token === "(") {
      const inside2 = product2();
      if (tokens2[at++] !== ")") throw unreadable(text2);
      return inside2;
    }
    if (token === void 0 || !/^[\p{L}%$]+$/u.test(token)) throw unreadable(text2);
    const unit4 = unitTable.get(token);
    if (unit4 === void 0) throw unknownName("unit", token, unitTable.keys());
    return unit4;
  }
  const unit3 = product2();
  if (at < tokens2.length) throw unreadable(text2);
  return unit3;
}
function times(a, b, exponent) {
  return { scale: a.scale * b.scale ** exponent, dimension: combine(a.dimension, b.dimension, exponent) };
}
function unreadable(text2) {
  return new Refusal(
    `Cannot read the unit "${text2}": expected a product or quotient of units, such as USD/(GB*month) or B/token.`
  );
}
function toBase(value, unit3) {
  return value * parseUnit(unit3).scale;
}
function parseQuantity(text2, unit3, name = "The quantity") {
  const match = /^\s*([+-]?(?:\d{1,3}(?:,\d{3})+(?:\.\d*)?|\d[\d_]*\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)\s*(.*?)\s*$/.exec(
    unitLast(text2)
  );
  const expected = parseUnit(unit3).dimension;
  if (match === null) throw new Refusal(`${name} cannot be "${text2}": expected ${expectation(unit3)}.`);
  const value = Number((match[1] ?? "").replaceAll(/[_,]/g, ""));
  if (match[2] === "" || match[2] === void 0) return value;
  const given4 = parseUnit(match[2]);
  if (!sameDimension(given4.dimension, expected)) {
    throw new Refusal(
      `${name} cannot be "${text2}", which is in ${dimensionText(given4.dimension)}: expected ${expectation(unit3)}.`
    );
  }
  return value * given4.scale;
}
var unitLast = (text2) => text2.replace(/^\s*(\$|USD\s)\s*([+-]?[\d.][\d.,_]*(?:[eE][+-]?\d+)?)/, "$2 $1");
function expectation(unit3) {
  const examples = {
    s: " such as 20 ms, 5m or 1h",
    B: " such as 80 GB or 64 GiB",
    "B/s": " such as 3.35 TB/s",
    "FLOP/s": " such as 989 TFLOP/s",
    "USD/s": " such as 2.5 USD/h"
  };
  if (unit3 === "1") return "a number without unit";
  return `a quantity in ${unit3}${examples[unit3] ?? ""}`;
}

// src/units/format.ts
var siSteps = [
  [1e18, "E"],
  [1e15, "P"],
  [1e12, "T"],
  [1e9, "G"],
  [1e6, "M"],
  [1e3, "k"]
];
var iecSteps = [
  [2 ** 50, "Pi"],
  [2 ** 40, "Ti"],
  [2 ** 30, "Gi"],
  [2 ** 20, "Mi"],
  [2 ** 10, "Ki"]
];
var durationSteps = [
  [31557600, 31557600, "years"],
  [86400, 86400, "d"],
  [3600, 3600, "h"],
  [100, 60, "min"],
  [1, 1, "s"],
  [1e-3, 1e-3, "ms"],
  [1e-6, 1e-6, "\xB5s"]
];
var boughtIn = { B: [1e9, "GB"], token: [1e6, "Mtoken"] };
function formatQuantity(value, unit3, options = {}) {
  const digits = options.digits ?? 3;
  parseUnit(unit3);
  if (unit3 === "1") return formatNumber(value, digits);
  if (unit3 === "s") return formatDuration(value, digits);
  if (unit3 === "USD") return formatMoney(value, digits);
  const [over2 = "", under] = splitOnce(unit3);
  if (over2 === "USD") return formatPrice(value, under ?? "", digits);
  if (!/^(B|FLOP|token|J)$/.test(over2)) return `${formatNumber(value, digits)} ${unit3.replace("*", "\xB7")}`;
  const steps3 = options.prefix === "iec" && over2 === "B" ? iecSteps : siSteps;
  const [scale2, prefix] = steps3.find(([step]) => rounded(Math.abs(value), digits) >= step) ?? [1, ""];
  return `${significant(value / scale2, digits)} ${prefix}${over2}${under ? `/${under}` : ""}`;
}
function formatNumber(value, digits = 3) {
  const size2 = Math.abs(value);
  if (value === 0) return "0";
  if (size2 >= 1e15 || size2 < 1e-4) return powerOfTen(value, digits);
  return significant(value, digits);
}
function formatDuration(seconds, digits = 3) {
  if (seconds === 0) return "0 s";
  if (!Number.isFinite(seconds)) return seconds > 0 ? "for ever" : "never";
  const size2 = rounded(Math.abs(seconds), digits);
  const [, scale2, word] = durationSteps.find(([from]) => size2 >= from) ?? [0, 1e-9, "ns"];
  const text2 = significant(seconds / scale2, digits);
  return `${text2} ${word === "years" && text2 === "1" ? "year" : word}`;
}
function formatMoney(usd, digits = 3) {
  const sign = usd < 0 ? "\u2212" : "";
  const size2 = Math.abs(usd);
  if (size2 === 0) return "$0";
  if (size2 < 1e-3) return `${sign}$${powerOfTen(size2, digits)}`;
  const decimals = size2 >= 1e3 ? 0 : Math.max(2, digits - 1 - Math.floor(Math.log10(size2)));
  const text2 = size2.toFixed(decimals);
  return `${sign}$${grouped(text2.replace(/(\.\d\d\d*?)0+$/, "$1"))}`;
}
function formatPrice(value, under, digits) {
  if (under === "s") return `${formatMoney(value * 3600, digits)}/h`;
  const units2 = under.replace(/[()]/g, "").split("*");
  let scaled2 = value;
  const words3 = units2.map((unit3) => {
    const [scale2, word] = boughtIn[unit3] ?? [1, unit3];
    scaled2 *= scale2;
    return word;
  });
  return `${formatMoney(scaled2, digits)}/${words3.length > 1 ? `(${words3.join("\xB7")})` : words3[0]}`;
}
function splitOnce(unit3) {
  const slash = unit3.indexOf("/");
  return slash < 0 ? [unit3] : [unit3.slice(0, slash), unit3.slice(slash + 1)];
}
function rounded(value, digits) {
  return Number(value.toPrecision(digits));
}
function significant(value, digits) {
  const size2 = Math.abs(rounded(value, digits));
  const decimals = size2 === 0 ? 0 : Math.max(0, digits - 1 - Math.floor(Math.log10(size2)));
  const text2 = value.toFixed(Math.min(decimals, 20));
  return grouped(decimals > 0 ? text2.replace(/\.?0+$/, "") : text2);
}
function grouped(text2) {
  return text2.replace(/^(-?\d+)/, (whole5) => whole5.replace(/\B(?=(\d{3})+$)/g, ","));
}
function powerOfTen(value, digits) {
  const [mantissa = "", exponent = ""] = value.toExponential(digits - 1).split("e");
  const raised4 = Number(exponent).toString().replace(/[-\d]/g, (sign) => "\u2070\xB9\xB2\xB3\u2074\u2075\u2076\u2077\u2078\u2079"[Number(sign)] ?? "\u207B");
  return `${mantissa}\xD710${raised4}`;
}

// src/placement/trace/distinct.ts
var registerBits = 16;
var registers = 1 << registerBits;
function distinctCounter() {
  const ranks = new Uint8Array(registers);
  return {
    add(hash, other) {
      const register = hash & registers - 1;
      const rank = Math.clz32(other) + 1;
      if (rank > ranks[register]) ranks[register] = rank;
    },
    estimate() {
      const counts2 = new Float64Array(34);
      for (const rank of ranks) counts2[rank] = counts2[rank] + 1;
      let sum2 = 0;
      for (let rank = 33; rank >= 1; rank--) sum2 = (sum2 + counts2[rank]) / 2;
      sum2 += registers * emptyShare(counts2[0] / registers);
      return { value: registers ** 2 / (2 * Math.LN2 * sum2), error: 1.04 / Math.sqrt(registers) };
    }
  };
}
function emptyShare(empty) {
  if (empty === 1) return Number.POSITIVE_INFINITY;
  let [sum2, power4, weight2] = [empty, empty, 1];
  for (let before = -1; before !== sum2; weight2 *= 2) {
    before = sum2;
    power4 *= power4;
    sum2 += power4 * weight2;
  }
  return sum2;
}

// src/placement/trace/grow.ts
var least = 1 << 13;
function grown(array3, length) {
  if (length <= array3.length) return array3;
  const wanted2 = Math.max(length, array3.length + (array3.length >> 1), least);
  const longer = new array3.constructor(wanted2);
  longer.set(array3);
  return longer;
}

// src/placement/trace/hash.ts
function mixed(value) {
  let h = value | 0;
  h = Math.imul(h ^ h >>> 16, 2246822507);
  h = Math.imul(h ^ h >>> 13, 3266489909);
  return (h ^ h >>> 16) >>> 0;
}
function hashOf(id, salt) {
  return mixed(mixed(salt + id / 2 ** 32) ^ id);
}

// src/placement/trace/identity.ts
var sparse = 8;
function identities() {
  let direct = new Int32Array(1 << 12);
  let current = 0;
  let widest2 = 0;
  let size2 = 0;
  let hashed = hashTable();
  function startSession(session) {
    direct.fill(0, 0, widest2);
    hashed = hashTable();
    current = session;
    widest2 = 0;
  }
  return {
    of(session, id) {
      if (session !== current) startSession(session);
      if (id < direct.length) {
        const known7 = direct[id];
        if (known7 !== 0) return known7 - 1;
      }
      if (hashed.size() > 0) {
        const known7 = hashed.get(id);
        if (known7 !== void 0) return known7;
      }
      if (id >= direct.length && id < sparse * size2 + direct.length) direct = grown(direct, id + 1);
      if (id < direct.length) {
        direct[id] = size2 + 1;
        widest2 = Math.max(widest2, id + 1);
      } else {
        hashed.set(id, size2);
      }
      return size2++;
    },
    size: () => size2
  };
}
function hashTable() {
  let keys = new Float64Array(0);
  let values2 = new Int32Array(0);
  let size2 = 0;
  function slotOf(key) {
    const mask = keys.length - 1;
    let slot = hashOf(key, 0);
    while (values2[slot & mask] !== 0 && keys[slot & mask] !== key) slot++;
    return slot & mask;
  }
  function enlarge() {
    const [oldKeys, oldValues] = [keys, values2];
    keys = new Float64Array(Math.max(1024, 2 * oldKeys.length));
    values2 = new Int32Array(keys.length);
    oldValues.forEach((value, i) => {
      if (value === 0) return;
      const slot = slotOf(oldKeys[i]);
      keys[slot] = oldKeys[i];
      values2[slot] = value;
    });
  }
  return {
    get(key) {
      const value = values2[slotOf(key)];
      return value === 0 ? void 0 : value - 1;
    },
    set(key, value) {
      if (2 * (size2 + 1) > keys.length) enlarge();
      const slot = slotOf(key);
      if (values2[slot] === 0) size2++;
      keys[slot] = key;
      values2[slot] = value + 1;
    },
    size: () => size2
  };
}

// src/placement/trace/kept.ts
var nothingKept = () => ({
  requests: 0,
  accesses: 0,
  time: new Float64Array(0),
  inputTokens: new Int32Array(0),
  clock: new Int32Array(0),
  request: new Int32Array(0),
  position: new Int32Array(0),
  block: new Int32Array(0)
});
function thinned(kept3, wanted2) {
  let accesses = 0;
  let requests = 0;
  let last = -1;
  for (let i = 0; i < kept3.accesses; i++) {
    const block = kept3.block[i];
    if (!wanted2(block)) continue;
    const request = kept3.request[i];
    if (request !== last) {
      last = request;
      kept3.time[requests] = kept3.time[request];
      kept3.inputTokens[requests] = kept3.inputTokens[request];
      kept3.clock[requests] = kept3.clock[request];
      requests++;
    }
    kept3.request[accesses] = requests - 1;
    kept3.position[accesses] = kept3.position[i];
    kept3.block[accesses++] = block;
  }
  kept3.accesses = accesses;
  kept3.requests = requests;
}
function keptInTimeOrder(kept3) {
  const { requests, accesses } = kept3;
  const arrays = {
    time: kept3.time.subarray(0, requests),
    inputTokens: kept3.inputTokens.subarray(0, requests),
    clock: kept3.clock.subarray(0, requests),
    request: kept3.request.subarray(0, accesses),
    position: kept3.position.subarray(0, accesses),
    block: kept3.block.subarray(0, accesses)
  };
  const sorted = inOrder(arrays.time) ? arrays : byTime(arrays);
  return { ...sorted, uniqueBlocks: renumbered(sorted.block) };
}
function inOrder(time2) {
  for (let i = 1; i < time2.length; i++) if (time2[i] < time2[i - 1]) return false;
  return true;
}
function byTime(from) {
  const order = Int32Array.from(from.time, (_, i) => i);
  order.sort((a, b) => from.time[a] - from.time[b] || a - b);
  const first = new Int32Array(order.length + 1);
  for (const request2 of from.request) first[request2 + 1] = first[request2 + 1] + 1;
  for (let i = 0; i < order.length; i++) first[i + 1] = first[i + 1] + first[i];
  const request = new Int32Array(from.request.length);
  const position = new Int32Array(from.request.length);
  const block = new Int32Array(from.request.length);
  let to = 0;
  order.forEach((old, now) => {
    const [start, end] = [first[old], first[old + 1]];
    request.fill(now, to, to + end - start);
    position.set(from.position.subarray(start, end), to);
    block.set(from.block.subarray(start, end), to);
    to += end - start;
  });
  return {
    time: Float64Array.from(order, (old) => from.time[old]),
    inputTokens: Int32Array.from(order, (old) => from.inputTokens[old]),
    clock: Int32Array.from(order, (old) => from.clock[old]),
    request,
    position,
    block
  };
}
function renumbered(block) {
  let size2 = 0;
  for (let i = 0; i < block.length && block[i] <= size2; i++) if (block[i] === size2) size2++;
  return numberedUpTo(block, size2) ? size2 : renumber(block);
}
function numberedUpTo(block, size2) {
  for (let i = 0; i < block.length; i++) if (block[i] >= size2) return false;
  return true;
}
function renumber(block) {
  let widest2 = 0;
  for (let i = 0; i < block.length; i++) widest2 = Math.max(widest2, block[i] + 1);
  const numbers = new Int32Array(widest2);
  let size2 = 0;
  for (let i = 0; i < block.length; i++) {
    const old = block[i];
    if (numbers[old] === 0) numbers[old] = ++size2;
    block[i] = numbers[old] - 1;
  }
  return size2;
}

// src/placement/trace/request.ts
var microsecondsPerSecond = 1e6;

// src/placement/trace/totals.ts
var noTotals = () => ({
  requests: 0,
  prompts: 0,
  accesses: 0,
  inputTokens: 0,
  outputTokens: 0,
  coveredTokens: 0,
  coveredShares: 0,
  coveredPairs: 0,
  blockPairs: 0
});
function addTo(totals, request, { blockTokens }) {
  const { inputTokens, outputTokens, blocks } = request;
  const whole5 = blocks.length * blockTokens;
  const covered = Math.min(whole5, inputTokens);
  totals.requests++;
  totals.prompts += inputTokens > 0 ? 1 : 0;
  totals.accesses += blocks.length;
  totals.inputTokens += inputTokens;
  totals.outputTokens += outputTokens;
  totals.coveredTokens += covered;
  totals.coveredShares += inputTokens > 0 ? covered / inputTokens : 0;
  totals.coveredPairs += covered * covered / 2;
  totals.blockPairs += whole5 * whole5 / 2;
}
function refuseTooMany({ inputTokens, blocks }, { blockTokens }, where) {
  const most3 = Math.ceil(inputTokens / blockTokens);
  if (blocks.length <= most3) return;
  throw new Refusal(
    `${where} lists ${blocks.length} blocks for ${inputTokens} tokens: blocks of ${blockTokens} would be ${most3} at most. Say how many tokens a block has: blockTokens, or --block-tokens.`
  );
}
function notesOf(backwards, clocks, totals, of) {
  const covered = totals.coveredTokens / Math.max(1, totals.inputTokens);
  return [
    ...clocks > 1 ? [`The ${clocks} sessions have no common clock: they are taken to start together.`] : [],
    ...backwards > 0 ? [`${backwards} requests stand below later ones in the file: replayed in the order of time.`] : [],
    ...covered < 0.5 ? [`Only ${Math.round(100 * covered)} % of the prompt tokens lie in a listed block of ${of.blockTokens} tokens.`] : []
  ];
}

// src/placement/trace/collect.ts
function collector({ sample = 1, seed = 1, mostKept = 1 << 20 } = {}) {
  if (!(sample > 0 && sample <= 1)) {
    throw new Refusal(`The sample is ${sample}: expected a share above 0 and at most 1, such as 0.01.`);
  }
  const ids = identities();
  const distinct = distinctCounter();
  const totals = noTotals();
  let layout;
  let limit = sample * 2 ** 32;
  let hashes = new Float64Array(0);
  let clockEnd = new Float64Array(1);
  let clocks = 0;
  let earliest = Number.POSITIVE_INFINITY;
  let latest = 0;
  let backwards = 0;
  const kept3 = nothingKept();
  function add2(request, of, where) {
    layout = of;
    const { session, time: time2, inputTokens, blocks } = request;
    refuseTooMany(request, of, where);
    addTo(totals, request, of);
    clocks = Math.max(clocks, session + 1);
    clockEnd = grown(clockEnd, clocks);
    if (time2 < clockEnd[session]) backwards++;
    else clockEnd[session] = time2;
    earliest = Math.min(earliest, time2);
    latest = Math.max(latest, time2);
    const before = kept3.accesses;
    keepBlocks(blocks, of.scope === "session" ? session : 0);
    if (sample === 1 || kept3.accesses > before) keepRequest(time2, inputTokens, session);
    if (sample < 1 && kept3.accesses > mostKept) thin();
  }
  function keepBlocks(blocks, scope) {
    const most3 = kept3.accesses + blocks.length;
    kept3.request = grown(kept3.request, most3);
    kept3.position = grown(kept3.position, most3);
    kept3.block = grown(kept3.block, most3);
    const salt = seed + scope * 2654435761;
    for (let i = 0; i < blocks.length; i++) {
      const id = blocks[i];
      const hash = sample < 1 ? hashOf(id, salt) : 0;
      if (sample < 1) distinct.add(hash, mixed(hash ^ id));
      if (hash >= limit) continue;
      const block = ids.of(scope, id);
      if (sample < 1) {
        hashes = grown(hashes, block + 1);
        hashes[block] = hash;
      }
      kept3.request[kept3.accesses] = kept3.requests;
      kept3.position[kept3.accesses] = i;
      kept3.block[kept3.accesses++] = block;
    }
  }
  function keepRequest(time2, inputTokens, session) {
    kept3.time = grown(kept3.time, kept3.requests + 1);
    kept3.inputTokens = grown(kept3.inputTokens, kept3.requests + 1);
    kept3.clock = grown(kept3.clock, kept3.requests + 1);
    kept3.time[kept3.requests] = time2;
    kept3.inputTokens[kept3.requests] = inputTokens;
    kept3.clock[kept3.requests++] = session;
  }
  function thin() {
    while (kept3.accesses > mostKept / 2) {
      limit /= 2;
      thinned(kept3, (block) => hashes[block] < limit);
    }
  }
  function numberOfBlocks(kept4) {
    if (sample === 1) return { value: kept4, error: 0 };
    const share = limit / 2 ** 32;
    const byShare = { value: kept4 / share, error: Math.sqrt((1 - share) / kept4) };
    const counted2 = distinct.estimate();
    return byShare.error < counted2.error ? byShare : counted2;
  }
  return {
    add: add2,
    trace(format, notes) {
      if (layout === void 0) throw new Refusal("The trace has no requests: expected at least one.");
      if (totals.accesses === 0) throw new Refusal("No request of the trace lists a block: no reuse can be told.");
      const arrays = keptInTimeOrder(kept3);
      if (arrays.block.length === 0) {
        throw new Refusal(`A sample of ${sample} of this trace is empty: expected a larger share.`);
      }
      const all = numberOfBlocks(arrays.uniqueBlocks);
      return {
        kind: "trace",
        format,
        blockTokens: layout.blockTokens,
        clocks,
        totals,
        duration: (latest - earliest) / microsecondsPerSecond,
        sampled: sample < 1,
        rate: Math.min(1, arrays.uniqueBlocks / all.value),
        rateError: all.error,
        notes: [...notes, ...notesOf(backwards, clocks, totals, layout)],
        clockEnd: clockEnd.slice(0, clocks),
        ...arrays
      };
    }
  };
}

// src/placement/trace/fields.ts
function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function count(record3, name, where) {
  const value = record3[name];
  if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 0) {
    throw new Refusal(`${where}: ${name} is ${said(value)}: expected a whole number that is not negative.`);
  }
  return value;
}
function time(record3, name, unitsPerSecond, where) {
  const value = record3[name];
  if (typeof value !== "number" || !Number.isFinite(value) || value < 0) {
    const unit3 = unitsPerSecond === 1 ? "seconds" : "milliseconds";
    throw new Refusal(`${where}: ${name} is ${said(value)}: expected ${unit3} from the start of the trace.`);
  }
  return Math.round(value * (microsecondsPerSecond / unitsPerSecond));
}
function blockIds(record3, name, where) {
  const ids = record3[name];
  if (!Array.isArray(ids)) throw new Refusal(`${where}: ${name} is ${said(ids)}: expected a list of block ids.`);
  for (const id of ids) {
    if (!Number.isSafeInteger(id) || id < 0) {
      throw new Refusal(`${where}: ${name} holds ${said(id)}: expected whole numbers below 2^53.`);
    }
  }
  return ids;
}
function said(value) {
  if (value === void 0) return "missing";
  const text2 = JSON.stringify(value);
  return text2.length > 40 ? `${text2.slice(0, 40)}\u2026` : text2;
}

// src/placement/trace/bailian.ts
var bailian = {
  name: "bailian",
  says: "Bailian JSONL: time in seconds, blocks of 16 tokens, ids global.",
  needs: ["chat_id", "timestamp", "input_length", "output_length", "hash_ids"],
  layout: () => ({ blockTokens: 16, scope: "global" }),
  requests: (record3, _session, where) => [
    {
      session: 0,
      time: time(record3, "timestamp", 1, where),
      inputTokens: count(record3, "input_length", where),
      outputTokens: count(record3, "output_length", where),
      blocks: blockIds(record3, "hash_ids", where)
    }
  ]
};

// src/placement/trace/compact.ts
var compact = {
  name: "compact",
  says: "Compact JSONL: one session a line, time in seconds from its start, blocks of 64 tokens, ids local to the line.",
  needs: ["r"],
  layout: (record3, where) => ({
    blockTokens: record3.block === void 0 ? 64 : count(record3, "block", where),
    scope: "session"
  }),
  requests: ({ r }, session, where) => {
    if (!Array.isArray(r)) throw new Refusal(`${where}: r is ${said(r)}: expected a list of requests.`);
    return unpacked(r, session, where);
  }
};
function* unpacked(entries, session, where) {
  let ids = new Float64Array(1024);
  let length = 0;
  for (const [i, entry] of entries.entries()) {
    const here = `${where}, request ${i + 1}`;
    const [seconds, inputTokens, outputTokens, keep, runs2] = tuple(entry, here);
    if (keep > length) throw new Refusal(`${here} keeps ${keep} blocks of ${length}: expected no more than there were.`);
    length = keep;
    for (const run of runs2) {
      const [start, more] = pair(run, here);
      ids = grown(ids, length + more);
      for (let k = 0; k < more; k++) ids[length + k] = start + k;
      length += more;
    }
    const time2 = Math.round(seconds * microsecondsPerSecond);
    yield { session, time: time2, inputTokens, outputTokens, blocks: ids.subarray(0, length) };
  }
}
function tuple(entry, where) {
  const [seconds, ...rest2] = Array.isArray(entry) ? entry : [];
  const fine = typeof seconds === "number" && seconds >= 0 && rest2.slice(0, 3).every(isCount) && Array.isArray(rest2[3]);
  if (!fine) throw new Refusal(`${where} is ${said(entry)}: expected [t, in, out, keep, [[start, count], \u2026]].`);
  return entry;
}
function pair(run, where) {
  const [start, more] = Array.isArray(run) ? run : [];
  if (!isCount(start) || !isCount(more)) {
    throw new Refusal(`${where} has the run ${said(run)}: expected [start, count].`);
  }
  return [start, more];
}
function isCount(value) {
  return Number.isSafeInteger(value) && value >= 0;
}

// src/placement/trace/mooncake.ts
var mooncake = {
  name: "mooncake",
  says: "Mooncake JSONL: time in milliseconds, blocks of 512 tokens, ids global.",
  needs: ["timestamp", "input_length", "output_length", "hash_ids"],
  layout: () => ({ blockTokens: 512, scope: "global" }),
  requests: (record3, _session, where) => [
    {
      session: 0,
      time: time(record3, "timestamp", 1e3, where),
      inputTokens: count(record3, "input_length", where),
      outputTokens: count(record3, "output_length", where),
      blocks: blockIds(record3, "hash_ids", where)
    }
  ]
};

// src/placement/trace/tester.ts
var tester = {
  name: "kv-cache-tester",
  says: "kv-cache-tester JSON: time in seconds from the start of each session, blocks of 64 tokens, ids local to a session.",
  needs: ["requests"],
  layout: (record3, where) => ({
    blockTokens: record3.block_size === void 0 ? 64 : count(record3, "block_size", where),
    scope: record3.hash_id_scope === "global" ? "global" : "session"
  }),
  requests: (record3, session, where) => {
    const requests = [...requestsIn(record3, session, 0, where)];
    return requests.sort((a, b) => a.time - b.time);
  }
};
function* requestsIn(record3, session, start, where) {
  const { requests } = record3;
  if (!Array.isArray(requests)) throw new Refusal(`${where}: requests is ${said(requests)}: expected a list.`);
  for (const [i, entry] of requests.entries()) {
    const here = `${where}, request ${i + 1}`;
    if (!isRecord(entry)) throw new Refusal(`${here} is ${said(entry)}: expected an object.`);
    const at = start + time(entry, "t", 1, here);
    if (entry.type === "subagent") {
      yield* requestsIn(entry, session, at, here);
      continue;
    }
    yield {
      session,
      time: at,
      inputTokens: count(entry, "in", here),
      outputTokens: count(entry, "out", here),
      blocks: blockIds(entry, "hash_ids", here)
    };
  }
}

// src/placement/trace/formats.ts
var formats = [bailian, mooncake, tester, compact];
function formatOf(record3, where) {
  const format = formats.find(({ needs }) => needs.every((name) => Object.hasOwn(record3, name)));
  if (format !== void 0) return format;
  const names7 = Object.keys(record3);
  if (names7.includes("input_length") && !names7.includes("hash_ids")) {
    throw new Refusal(`${where} has lengths but no hash_ids: without block ids no reuse can be told.`);
  }
  const known7 = formats.map(({ name, needs }) => `${name} (${needs.join(", ")})`).join("; ");
  throw new Refusal(`${where} has ${names7.slice(0, 8).join(", ") || "no fields"}: expected a record of ${known7}.`);
}
function refuseForeign(text2, where) {
  if (text2.startsWith("version https://git-lfs")) {
    throw new Refusal(`${where} is a Git LFS pointer, not the trace: fetch the file it points to.`);
  }
  if (/^TIMESTAMP,/i.test(text2)) {
    throw new Refusal(`${where} is a table of times and lengths: without block ids no reuse can be told.`);
  }
  if (!/^\s*[[{]/.test(text2)) {
    const names7 = formats.map(({ name }) => name).join(", ");
    throw new Refusal(`${where} begins with ${JSON.stringify(text2.slice(0, 20))}: expected JSON of ${names7}.`);
  }
}

// src/placement/trace/reader.ts
function traceReader(take, { blockTokens } = {}) {
  let name = "The trace";
  let format;
  let layout;
  let session = 0;
  let number3 = 0;
  let document;
  let first = true;
  function record3(value, where) {
    if (!isRecord(value)) throw new Refusal(`${where} is ${said(value)}: expected a JSON object.`);
    format ??= formatOf(value, where);
    const own = format.layout(value, where);
    const read38 = blockTokens === void 0 ? own : { ...own, blockTokens };
    layout ??= read38;
    if (layout.blockTokens !== read38.blockTokens || layout.scope !== read38.scope) {
      throw new Refusal(
        `${where} has blocks of ${read38.blockTokens} tokens and ${read38.scope} ids, unlike those before it.`
      );
    }
    for (const request of format.requests(value, session, where)) take(request, layout, where);
    session++;
  }
  function records2(value, where) {
    if (!Array.isArray(value)) record3(value, where);
    else for (const [i, one5] of value.entries()) record3(one5, `${where}, record ${i + 1}`);
  }
  return {
    begin(next) {
      ;
      [name, number3, document, first] = [next, 0, void 0, true];
    },
    line(text2) {
      number3++;
      if (document !== void 0) {
        document.push(text2);
        return;
      }
      const bare2 = first && text2.charCodeAt(0) === 65279 ? text2.slice(1) : text2;
      if (bare2.trim() === "") return;
      if (first) refuseForeign(bare2, name);
      const value = parsed(bare2);
      const where = `${name}, line ${number3}`;
      if (value !== void 0) records2(value, where);
      else if (first) document = [bare2];
      else throw new Refusal(`${where} is not JSON: ${said(bare2)}. The file may be cut off or damaged there.`);
      first = false;
    },
    end() {
      if (document !== void 0) {
        const value = parsed(document.join("\n"));
        if (value === void 0) {
          throw new Refusal(`${name} is not JSON, neither its first line nor as a whole: it may be cut off or damaged.`);
        }
        records2(value, name);
      } else if (first) {
        throw new Refusal(`${name} is empty: expected JSON lines, one request or one session each.`);
      }
    },
    format: () => format
  };
}
function parsed(text2) {
  try {
    return JSON.parse(text2);
  } catch {
    return void 0;
  }
}

// src/placement/trace/read.ts
function traceFrom(gathered, reader) {
  const format = reader.format();
  return gathered.trace(format?.name ?? "none", format === void 0 ? [] : [format.says]);
}

// src/placement/trace/file/lines.ts
import { closeSync, createReadStream, openSync, readSync, statSync } from "node:fs";
import { open } from "node:fs/promises";
import { createGunzip, gunzipSync } from "node:zlib";
async function eachLine(path, take, progress) {
  const size2 = statSync(path).size;
  const decoder = new TextDecoder();
  let rest2 = "";
  try {
    for await (const { bytes: bytes2, read: read38 } of isGzip(headOf(path)) ? unzippedChunks(path) : plainChunks(path)) {
      const [first = "", ...more] = decoder.decode(bytes2, { stream: true }).split("\n");
      rest2 += first;
      for (const line of more) {
        take(rest2);
        rest2 = line;
      }
      progress?.(read38, size2);
    }
  } catch (error) {
    throw explained(error, path);
  }
  rest2 += decoder.decode();
  if (rest2 !== "") take(rest2);
}
async function* plainChunks(path) {
  const file = await open(path);
  try {
    const buffer = new Uint8Array(1 << 18);
    for (let read38 = 0; ; ) {
      const { bytesRead } = await file.read(buffer);
      if (bytesRead === 0) return;
      read38 += bytesRead;
      yield { bytes: buffer.subarray(0, bytesRead), read: read38 };
    }
  } finally {
    await file.close();
  }
}
async function* unzippedChunks(path) {
  const file = createReadStream(path);
  const text2 = file.pipe(createGunzip());
  file.on("error", (error) => text2.destroy(error));
  try {
    for await (const bytes2 of text2) yield { bytes: bytes2, read: file.bytesRead };
  } finally {
    file.destroy();
  }
}
var isGzip = ([first, second2]) => first === 31 && second2 === 139;
function headOf(path) {
  const head = new Uint8Array(2);
  const file = openSync(path, "r");
  try {
    readSync(file, head);
  } finally {
    closeSync(file);
  }
  return head;
}
function explained(error, path) {
  const code = error.code ?? "";
  if (!code.startsWith("Z_")) return error;
  return new Refusal(
    code === "Z_BUF_ERROR" ? `${path} ends in the middle of its gzip data: it was cut off.` : `${path} is damaged gzip data: it cannot be unzipped.`
  );
}

// src/placement/trace/file/read.ts
async function readTraceFile(path, { progress, ...options } = {}) {
  const files3 = filesAt(path);
  const gathered = collector(options);
  const reader = traceReader(gathered.add, options);
  const total2 = files3.reduce((sum2, file) => sum2 + statSync2(file).size, 0);
  let before = 0;
  for (const file of files3) {
    reader.begin(file);
    await eachLine(file, reader.line, (read38) => progress?.(before + read38, total2));
    reader.end();
    before += statSync2(file).size;
  }
  return traceFrom(gathered, reader);
}
function filesAt(path) {
  const entry = statSync2(path, { throwIfNoEntry: false });
  if (entry === void 0) throw new Refusal(`There is no file ${path}: expected a trace.`);
  if (!entry.isDirectory()) return [path];
  const files3 = readdirSync(path).filter((name) => /\.jsonl?(\.gz)?$/.test(name)).sort();
  if (files3.length === 0) throw new Refusal(`${path} has no .json files: expected one session each.`);
  return files3.map((name) => join(path, name));
}

// src/derivations/index.ts
var derivations_exports = {};
__export(derivations_exports, {
  activatedExperts: () => activatedExperts,
  activationBytes: () => activationBytes,
  activationsPerLayer: () => activationsPerLayer,
  activeParams: () => activeParams,
  affordableLayers: () => affordableLayers,
  allToAllTime: () => allToAllTime,
  amortizedPrice: () => amortizedPrice,
  annualizedPrice: () => annualizedPrice,
  armParts: () => armParts,
  arrivals: () => arrivals,
  attentionFlops: () => attentionFlops,
  attentionSlope: () => attentionSlope,
  attentionSlowdown: () => attentionSlowdown,
  backwardOverForward: () => backwardOverForward,
  balancedBatch: () => balancedBatch,
  balancedBatchAtContext: () => balancedBatchAtContext,
  balancedContext: () => balancedContext,
  balancedContextWithAttention: () => balancedContextWithAttention,
  bandwidthRatio: () => bandwidthRatio,
  bandwidthUse: () => bandwidthUse,
  batch: () => batch,
  batchInFlight: () => batchInFlight,
  batchPenalty: () => batchPenalty,
  breakEvenBandwidth: () => breakEvenBandwidth,
  breakEvenHitRate: () => breakEvenHitRate,
  bytesPerActivation: () => bytesPerActivation,
  bytesPerElement: () => bytesPerElement,
  bytesPerParam: () => bytesPerParam,
  bytesPerToken: () => bytesPerToken,
  capitalCost: () => capitalCost,
  capitalFactor: () => capitalFactor,
  chinchillaTokens: () => chinchillaTokens,
  compressedCost: () => compressedCost,
  computeCost: () => computeCost,
  computeTime: () => computeTime,
  configurationDrainTime: () => configurationDrainTime,
  constants: () => constants,
  context: () => context,
  costFloor: () => costFloor,
  crossRackSlowdown: () => crossRackSlowdown,
  crossRackTime: () => crossRackTime,
  crossingShare: () => crossingShare,
  decodeMfu: () => decodeMfu,
  decodeTime: () => decodeTime,
  depth: () => depth,
  devicePrice: () => devicePrice,
  devices: () => devices,
  directions: () => directions,
  diskTokenCost: () => diskTokenCost,
  dispatchBytes: () => dispatchBytes,
  drainTime: () => drainTime,
  driveWritesPerDay: () => driveWritesPerDay,
  effectiveStall: () => effectiveStall,
  enduranceParts: () => enduranceParts,
  energyPrice: () => energyPrice,
  equalCostPenalty: () => equalCostPenalty,
  equalCosts: () => equalCosts,
  equalPretraining: () => equalPretraining,
  equalReinforcement: () => equalReinforcement,
  equationNamed: () => equationNamed,
  equations: () => equations,
  expertParallel: () => expertParallel,
  experts: () => experts,
  expertsPerDevice: () => expertsPerDevice,
  expertsTouched: () => expertsTouched,
  fallingExponent: () => fallingExponent,
  farHoldPrice: () => farHoldPrice,
  farOnce: () => farOnce,
  fastBatchRatio: () => fastBatchRatio,
  fastSpeedLimit: () => fastSpeedLimit,
  fill: () => fill,
  flashTokenCost: () => flashTokenCost,
  fleetFlashCost: () => fleetFlashCost,
  fleetKeepCost: () => fleetKeepCost,
  fleetTokenCost: () => fleetTokenCost,
  flops: () => flops,
  flopsPerPair: () => flopsPerPair,
  flopsPerParam: () => flopsPerParam,
  forgetCost: () => forgetCost,
  forwardFlops: () => forwardFlops,
  freeMemory: () => freeMemory,
  frontShare: () => frontShare,
  groupedQueryBytes: () => groupedQueryBytes,
  headDim: () => headDim,
  hiddenDim: () => hiddenDim,
  hitOverMiss: () => hitOverMiss,
  hitPrice: () => hitPrice,
  hitShare: () => hitShare,
  hits: () => hits,
  hitsToPayBack: () => hitsToPayBack,
  holdCost: () => holdCost,
  holdPrice: () => holdPrice,
  holdTime: () => holdTime,
  hopTime: () => hopTime,
  impliedDecodeMfu: () => impliedDecodeMfu,
  impliedHoldPrice: () => impliedHoldPrice,
  inferredBytesFromCrossover: () => inferredBytesFromCrossover,
  inferredBytesFromHit: () => inferredBytesFromHit,
  inferredBytesFromStorage: () => inferredBytesFromStorage,
  inferredBytesPerToken: () => inferredBytesPerToken,
  inputPrice: () => inputPrice,
  inputs: () => inputs,
  keepCost: () => keepCost,
  keysAndValues: () => keysAndValues,
  kvCost: () => kvCost,
  kvHeads: () => kvHeads,
  kvPerDevice: () => kvPerDevice,
  kvTime: () => kvTime,
  landing: () => landing,
  latentAttentionFlops: () => latentAttentionFlops,
  latentBytes: () => latentBytes,
  latentDim: () => latentDim,
  latentsPerToken: () => latentsPerToken,
  layers: () => layers,
  layersPerStage: () => layersPerStage,
  leavingTokens: () => leavingTokens,
  lifetime: () => lifetime,
  limits: () => limits,
  listedCrossover: () => listedCrossover,
  loadTime: () => loadTime,
  longLife: () => longLife,
  longWriteMultiple: () => longWriteMultiple,
  longWritePrice: () => longWritePrice,
  machineBalance: () => machineBalance,
  markup: () => markup,
  meanMultiple: () => meanMultiple,
  meanWait: () => meanWait,
  memoryBandwidth: () => memoryBandwidth,
  memoryCapacity: () => memoryCapacity,
  memoryHoldPrice: () => memoryHoldPrice,
  memoryHoldPriceAfterWeights: () => memoryHoldPriceAfterWeights,
  memoryPerDevice: () => memoryPerDevice,
  memoryRematCrossover: () => memoryRematCrossover,
  memoryShare: () => memoryShare,
  mfu: () => mfu,
  microBatch: () => microBatch,
  modelLife: () => modelLife,
  nearHoldPrice: () => nearHoldPrice,
  nearOnce: () => nearOnce,
  networkBandwidth: () => networkBandwidth,
  outputOverInput: () => outputOverInput,
  outputPrice: () => outputPrice,
  overTraining: () => overTraining,
  parallelCost: () => parallelCost,
  parallelTime: () => parallelTime,
  parallelWait: () => parallelWait,
  partialHitCost: () => partialHitCost,
  partialHitWait: () => partialHitWait,
  passFlops: () => passFlops,
  passLength: () => passLength,
  pathBandwidth: () => pathBandwidth,
  pingedMultiple: () => pingedMultiple,
  pingsNeeded: () => pingsNeeded,
  pingsWorth: () => pingsWorth,
  pipelinedStepTime: () => pipelinedStepTime,
  places: () => places,
  power: () => power3,
  prefillFlops: () => prefillFlops,
  pretrainingTime: () => pretrainingTime,
  pretrainingTokens: () => pretrainingTokens,
  priceFactor: () => priceFactor,
  prove: () => prove,
  proveLimit: () => proveLimit,
  pue: () => pue,
  purchasePrice: () => purchasePrice,
  queryHeads: () => queryHeads,
  racks: () => racks,
  ratedWorkload: () => ratedWorkload,
  readMultiple: () => readMultiple,
  readParts: () => readParts,
  reinforcementFlops: () => reinforcementFlops,
  reinforcementTime: () => reinforcementTime,
  reinforcementTokens: () => reinforcementTokens,
  rematCost: () => rematCost,
  rematCostAt: () => rematCostAt,
  rematCrossover: () => rematCrossover,
  rematLatency: () => rematLatency,
  rematTime: () => rematTime,
  rematTimeAt: () => rematTimeAt,
  rematWait: () => rematWait,
  requestTime: () => requestTime,
  residencyShare: () => residencyShare,
  retrieveCost: () => retrieveCost,
  retrieveCostOverPath: () => retrieveCostOverPath,
  retrieveCostStaged: () => retrieveCostStaged,
  retrievePrice: () => retrievePrice,
  reuses: () => reuses,
  reversibleBytes: () => reversibleBytes,
  reversibleFlops: () => reversibleFlops,
  reversibleOverhead: () => reversibleOverhead,
  reversibleSaving: () => reversibleSaving,
  risingExponent: () => risingExponent,
  rooflineUtilization: () => rooflineUtilization,
  ropeDim: () => ropeDim,
  scaleUpBandwidth: () => scaleUpBandwidth,
  scaleUpOverScaleOut: () => scaleUpOverScaleOut,
  sequenceBytes: () => sequenceBytes,
  sequenceBytesKept: () => sequenceBytesKept,
  sequenceBytesRead: () => sequenceBytesRead,
  sequencesThatFit: () => sequencesThatFit,
  servedTokens: () => servedTokens,
  serviceTokensPerSecond: () => serviceTokensPerSecond,
  servingTime: () => servingTime,
  shortLife: () => shortLife,
  shortWritePrice: () => shortWritePrice,
  spaceParts: () => spaceParts,
  speedFactor: () => speedFactor,
  spelledOut: () => spelledOut,
  stageBandwidth: () => stageBandwidth,
  stageHoldPrice: () => stageHoldPrice,
  stageReadPrice: () => stageReadPrice,
  stageTime: () => stageTime,
  stagedLoadTime: () => stagedLoadTime,
  stages: () => stages,
  stagingCost: () => stagingCost,
  stall: () => stall,
  stepTime: () => stepTime,
  stepsAtWorst: () => stepsAtWorst,
  stepsOnAverage: () => stepsOnAverage,
  storagePrice: () => storagePrice,
  storagePriceFromWrites: () => storagePriceFromWrites,
  streams: () => streams,
  sustainedRetrievePrice: () => sustainedRetrievePrice,
  themes: () => themes,
  theorems: () => theorems,
  tierBandwidth: () => tierBandwidth,
  tierCapacity: () => tierCapacity,
  tierCrossover: () => tierCrossover,
  tierParts: () => tierParts,
  tierPaths: () => tierPaths,
  tierPrice: () => tierPrice,
  tokenCost: () => tokenCost,
  tokenFlops: () => tokenFlops,
  tokensPerParam: () => tokensPerParam,
  tokensPerSecond: () => tokensPerSecond,
  totalParams: () => totalParams,
  trafficShare: () => trafficShare,
  trainedShare: () => trainedShare,
  trainingFlops: () => trainingFlops,
  trainingMfu: () => trainingMfu,
  tripsToExperts: () => tripsToExperts,
  unitOf: () => unitOf,
  waitCost: () => waitCost,
  waitPrice: () => waitPrice,
  waitTime: () => waitTime,
  wearPrice: () => wearPrice,
  weightBytesKept: () => weightBytesKept,
  weightBytesRead: () => weightBytesRead,
  weightCost: () => weightCost,
  weightTime: () => weightTime,
  weightsPerDevice: () => weightsPerDevice,
  workloadParts: () => workloadParts,
  workloadPrice: () => workloadPrice,
  worstWait: () => worstWait,
  writeBandwidth: () => writeBandwidth,
  writeCost: () => writeCost,
  writeMultiple: () => writeMultiple,
  writeParts: () => writeParts,
  yearOfCapital: () => yearOfCapital
});

// src/derivations/batching.ts
var batching_exports = {};
__export(batching_exports, {
  balancedBatchAtContext: () => balancedBatchAtContext,
  batchPenalty: () => batchPenalty,
  computeCost: () => computeCost,
  costFloor: () => costFloor,
  fastBatchRatio: () => fastBatchRatio,
  fastSpeedLimit: () => fastSpeedLimit,
  kvCost: () => kvCost,
  meanWait: () => meanWait,
  priceFactor: () => priceFactor,
  rooflineUtilization: () => rooflineUtilization,
  serviceTokensPerSecond: () => serviceTokensPerSecond,
  speedFactor: () => speedFactor,
  stepsAtWorst: () => stepsAtWorst,
  stepsOnAverage: () => stepsOnAverage,
  trafficShare: () => trafficShare,
  weightCost: () => weightCost,
  worstWait: () => worstWait
});

// src/algebra/quantity.ts
function lineage(equation2, found2 = /* @__PURE__ */ new Map()) {
  for (const quantity of Object.values(equation2.inputs)) {
    if (quantity.kind === "equation") lineage(quantity, found2);
  }
  found2.set(equation2.name, equation2);
  return [...found2.values()];
}
function bottom(equation2) {
  const found2 = /* @__PURE__ */ new Map();
  for (const step of lineage(equation2)) {
    for (const quantity of Object.values(step.inputs)) {
      if (quantity.kind !== "equation") found2.set(quantity.name, quantity);
    }
  }
  return found2;
}

// src/algebra/expression.ts
var arity = {
  min: [2, Number.POSITIVE_INFINITY],
  max: [2, Number.POSITIVE_INFINITY],
  abs: [1, 1],
  floor: [1, 1],
  ceil: [1, 1],
  exp: [1, 1],
  log: [1, 1],
  log2: [1, 1],
  sqrt: [1, 1],
  /** 1 where the first is at least the second, else 0: how the derivative of a max says which arm is active. */
  atLeast: [2, 2]
};
function isFunctionName(name) {
  return Object.hasOwn(arity, name);
}
function number(value) {
  return { kind: "number", text: String(value), value: Number(value) };
}
function binary(operator, left, right) {
  return { kind: "binary", operator, left, right };
}
function parts(expression) {
  switch (expression.kind) {
    case "number":
    case "name":
      return [];
    case "negate":
      return [expression.of];
    case "binary":
      return [expression.left, expression.right];
    case "call":
      return expression.args;
  }
}
function namesIn(expression, found2 = /* @__PURE__ */ new Set()) {
  if (expression.kind === "name") found2.add(expression.name);
  for (const part3 of parts(expression)) namesIn(part3, found2);
  return found2;
}
function substitute(expression, replacement) {
  const inside2 = (part3) => substitute(part3, replacement);
  switch (expression.kind) {
    case "number":
      return expression;
    case "name":
      return replacement(expression.name) ?? expression;
    case "negate":
      return { kind: "negate", of: inside2(expression.of) };
    case "binary":
      return binary(expression.operator, inside2(expression.left), inside2(expression.right));
    case "call":
      return { kind: "call", name: expression.name, args: expression.args.map(inside2) };
  }
}

// src/algebra/expand.ts
function expand(equation2, constants2 = "values") {
  return substitute(equation2.tree, (name) => {
    const quantity = equation2.inputs[name];
    if (quantity?.kind === "equation") return expand(quantity, constants2);
    if (quantity?.kind === "constant" && constants2 === "values") return number(quantity.value);
    return void 0;
  });
}

// src/algebra/compile.ts
function evaluator(equation2) {
  let run;
  return (args) => {
    run ??= canGenerate() ? generated(equation2) : closures(equation2);
    const value = run(args);
    if (!(value - value === 0)) throw notFinite(equation2, args, value);
    return value;
  };
}
var allowed;
function canGenerate() {
  if (allowed === void 0) {
    try {
      allowed = new Function("return true")();
    } catch {
      allowed = false;
    }
  }
  return allowed;
}
function generated(equation2) {
  const body = lineage(equation2).map(
    (step) => `const ${step.name}$ = ${javascript(step.tree, (name) => reference(step, name))};`
  );
  const leaves = equation2.leaves.map((leaf) => `const ${leaf}$ = args.${leaf};`);
  return new Function("args", [...leaves, ...body, `return ${equation2.name}$`].join("\n"));
}
function reference(step, name) {
  const quantity = step.inputs[name];
  return quantity?.kind === "constant" ? literal(quantity.value) : `${name}$`;
}
function literal(value) {
  return value < 0 ? `(${value})` : String(value);
}
function javascript(expression, nameOf2) {
  const inside2 = (part3) => javascript(part3, nameOf2);
  switch (expression.kind) {
    case "number":
      return literal(expression.value);
    case "name":
      return nameOf2(expression.name);
    case "negate":
      return `(-${inside2(expression.of)})`;
    case "binary":
      return `(${inside2(expression.left)} ${expression.operator === "^" ? "**" : expression.operator} ${inside2(expression.right)})`;
    case "call":
      if (expression.name === "atLeast") return `(${expression.args.map(inside2).join(" >= ")} ? 1 : 0)`;
      return `Math.${expression.name}(${expression.args.map(inside2).join(", ")})`;
  }
}
function closures(equation2) {
  return closure(expand(equation2));
}
function closure(expression) {
  switch (expression.kind) {
    case "number": {
      const { value } = expression;
      return () => value;
    }
    case "name": {
      const { name } = expression;
      return (args) => args[name] ?? Number.NaN;
    }
    case "negate": {
      const of = closure(expression.of);
      return (args) => -of(args);
    }
    case "binary":
      return operators[expression.operator](closure(expression.left), closure(expression.right));
    case "call": {
      const parts2 = expression.args.map((part3) => closure(part3));
      const apply = expression.name === "atLeast" ? atLeast : Math[expression.name];
      return (args) => apply(...parts2.map((part3) => part3(args)));
    }
  }
}
function compiled(expression) {
  if (!canGenerate()) return closure(expression);
  return new Function("args", `return ${javascript(expression, (name) => `Number(args.${name})`)}`);
}
var operators = {
  "+": (left, right) => (args) => left(args) + right(args),
  "-": (left, right) => (args) => left(args) - right(args),
  "*": (left, right) => (args) => left(args) * right(args),
  "/": (left, right) => (args) => left(args) / right(args),
  "^": (left, right) => (args) => left(args) ** right(args)
};
function atLeast(a = 0, b = 0) {
  return a >= b ? 1 : 0;
}
function notFinite(equation2, args, value) {
  const missing = equation2.leaves.filter((leaf) => typeof args[leaf] !== "number" || Number.isNaN(args[leaf]));
  if (missing.length > 0) {
    return new Refusal(
      `${equation2.name} needs ${missing.join(", ")}: expected ${missing.length > 1 ? "numbers" : "a number"} in base units.`
    );
  }
  const zero3 = equation2.leaves.filter((leaf) => args[leaf] === 0);
  const suspects = zero3.length > 0 ? zero3 : equation2.leaves;
  return new Refusal(
    `${equation2.name} has no finite value (it came out ${value}) at ${suspects.map((leaf) => `${leaf} = ${args[leaf]}`).join(", ")}.`
  );
}

// src/algebra/print.ts
var strength = { "+": 1, "-": 1, "*": 2, "/": 2, "^": 4 };
function print(expression) {
  return inside(expression, 0);
}
function inside(expression, least2) {
  switch (expression.kind) {
    case "number":
      return expression.value < 0 && least2 > 0 ? `(${expression.text})` : expression.text;
    case "name":
      return expression.name;
    case "call":
      return `${expression.name}(${expression.args.map((part3) => inside(part3, 0)).join(", ")})`;
    case "negate":
      return wrapped(`-${inside(expression.of, 3)}`, 3 < least2);
    case "binary": {
      const own = strength[expression.operator];
      const power4 = expression.operator === "^";
      const left = inside(expression.left, power4 ? own + 1 : own);
      const right = inside(expression.right, power4 ? 3 : own + 1);
      return wrapped(power4 ? `${left}^${right}` : `${left} ${expression.operator} ${right}`, own < least2);
    }
  }
}
function wrapped(text2, needed) {
  return needed ? `(${text2})` : text2;
}

// src/algebra/dimension.ts
function dimensionOf(expression, unitOf2) {
  const walked = walk(expression, unitOf2);
  return walked === "any" ? dimensionless : walked;
}
function walk(expression, unitOf2) {
  switch (expression.kind) {
    case "number":
      return expression.value === 0 ? "any" : dimensionless;
    case "name":
      return parseUnit(unitOf2(expression.name)).dimension;
    case "negate":
      return walk(expression.of, unitOf2);
    case "call":
      return ofCall(expression, unitOf2);
    case "binary": {
      const left = walk(expression.left, unitOf2);
      if (expression.operator === "^") return ofPower(expression, left);
      const right = walk(expression.right, unitOf2);
      if (expression.operator === "+" || expression.operator === "-") return alike([left, right], expression);
      if (left === "any") return "any";
      return combine(left, right === "any" ? dimensionless : right, expression.operator === "*" ? 1 : -1);
    }
  }
}
function ofCall(call2, unitOf2) {
  const inside2 = call2.args.map((part3) => walk(part3, unitOf2));
  const first = inside2[0] ?? "any";
  switch (call2.name) {
    case "min":
    case "max":
      return alike(inside2, call2);
    case "atLeast":
      alike(inside2, call2);
      return dimensionless;
    case "abs":
      return first;
    case "sqrt":
      return first === "any" ? first : combine(dimensionless, first, 0.5);
    default:
      if (first !== "any" && !sameDimension(first, dimensionless)) {
        throw new Refusal(
          `${call2.name} needs a number without unit but "${print(call2)}" gives it ${dimensionText(first)}.`
        );
      }
      return dimensionless;
  }
}
function ofPower(power4, base) {
  if (base === "any" || sameDimension(base, dimensionless)) return dimensionless;
  const exponent = power4.right.kind === "negate" ? power4.right.of : power4.right;
  if (exponent.kind !== "number") {
    throw new Refusal(
      `The exponent in "${print(power4)}" must be a plain number, because its base is in ${dimensionText(base)}.`
    );
  }
  return combine(dimensionless, base, power4.right.kind === "negate" ? -exponent.value : exponent.value);
}
function alike(dimensions, where) {
  const known7 = dimensions.filter((dimension) => dimension !== "any");
  const [first, ...others] = known7;
  if (first === void 0) return "any";
  const odd = others.find((other) => !sameDimension(first, other));
  if (odd !== void 0) {
    throw new Refusal(
      `Cannot put ${dimensionText(first)} and ${dimensionText(odd)} together in "${print(where)}": their units differ.`
    );
  }
  return first;
}

// src/algebra/parse.ts
var precedence = { "+": 1, "-": 1, "*": 2, "/": 2, "^": 4 };
var unaryMinus = 3;
function parse(text2) {
  const tokens2 = tokenize(text2);
  let at = 0;
  function climb(least2) {
    let left = operand();
    for (; ; ) {
      const operator = tokens2[at];
      const strength2 = operator === void 0 ? void 0 : precedence[operator];
      if (operator === void 0 || strength2 === void 0 || strength2 < least2) return left;
      at++;
      left = binary(operator, left, climb(operator === "^" ? unaryMinus : strength2 + 1));
    }
  }
  function operand() {
    const token = tokens2[at++];
    if (token === "-") return { kind: "negate", of: climb(unaryMinus) };
    if (token === "(") return closing(climb(1));
    if (token !== void 0 && /^[\d.]/.test(token)) return number(token);
    if (token === void 0 || !/^[A-Za-z]/.test(token)) throw unexpected(token);
    if (tokens2[at] !== "(") return { kind: "name", name: token };
    at++;
    return call2(token);
  }
  function call2(name) {
    if (!isFunctionName(name)) {
      const near = nearestNames(name, Object.keys(arity));
      throw new Refusal(
        `"${name}" is not a function servemath knows, in "${text2}": expected one of ${(near.length > 0 ? near : Object.keys(arity)).join(", ")}.`
      );
    }
    const args = [climb(1)];
    while (tokens2[at] === ",") {
      at++;
      args.push(climb(1));
    }
    const [least2, most3] = arity[name];
    if (args.length < least2 || args.length > most3) {
      throw new Refusal(
        `${name} takes ${least2 === most3 ? least2 : `at least ${least2}`} arguments but got ${args.length}, in "${text2}".`
      );
    }
    return closing({ kind: "call", name, args });
  }
  function closing(inside2) {
    if (tokens2[at++] !== ")") throw new Refusal(`A parenthesis is not closed in "${text2}".`);
    return inside2;
  }
  function unexpected(token) {
    return new Refusal(
      `Cannot read "${text2}": expected a number, a name or a parenthesis ${token === void 0 ? "at its end" : `before "${token}"`}.`
    );
  }
  const expression = climb(1);
  if (at < tokens2.length) {
    throw new Refusal(`Cannot read "${text2}": expected an operator before "${tokens2[at]}" (write * for every product).`);
  }
  return expression;
}
function tokenize(text2) {
  const tokens2 = [];
  const pattern = /\s*(?:(\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)|([A-Za-z][A-Za-z0-9_]*)|([-+*/^(),]))\s*/y;
  while (pattern.lastIndex < text2.length) {
    const from = pattern.lastIndex;
    const match = pattern.exec(text2);
    if (match === null) throw new Refusal(`Cannot read "${text2}": "${text2[from]}" is not part of a formula.`);
    tokens2.push(match[1] ?? match[2] ?? match[3] ?? "");
  }
  return tokens2;
}

// src/algebra/declare.ts
function input(name, words3) {
  checkName(name);
  parseUnit(words3.unit);
  const { unit: unit3, says: says6, symbol } = words3;
  return Object.freeze({ kind: "input", name, leaves: [name], unit: unit3, says: says6, symbol });
}
function constant(name, value, words3) {
  checkName(name);
  parseUnit(words3.unit);
  return Object.freeze({ kind: "constant", name, value, leaves: [], symbol: String(value), ...words3 });
}
function equation(name, words3) {
  return declared(name, { ...words3, tree: parse(words3.expression) });
}
function declared(name, words3) {
  checkName(name);
  const facts = { kind: "equation", source: "", from: "", name, leaves: [], ...words3 };
  checkNames(facts);
  checkLeaves(facts);
  checkDimension(facts);
  const leaves = [...bottom(facts)].filter(([, quantity]) => quantity.kind === "input").map(([leaf]) => leaf);
  const run = evaluator({ ...facts, leaves });
  const call2 = (args) => run(args);
  Object.defineProperty(call2, "name", { value: name, enumerable: true });
  const { name: _, ...rest2 } = facts;
  return Object.freeze(Object.assign(call2, rest2, { leaves }));
}
function checkName(name) {
  if (!/^[A-Za-z][A-Za-z0-9]*$/.test(name) || isFunctionName(name)) {
    throw new Refusal(`"${name}" cannot name a quantity: expected a word of letters and digits that is not a function.`);
  }
}
function checkNames({ name, inputs: inputs2, expression, tree }) {
  const used = namesIn(tree);
  for (const key of Object.keys(inputs2)) {
    if (inputs2[key]?.name !== key) {
      throw new Refusal(`${name} calls ${inputs2[key]?.name} "${key}": a quantity has one name everywhere.`);
    }
    if (!used.has(key)) throw new Refusal(`${name} has an input ${key} that "${expression}" never uses.`);
  }
  for (const key of used) {
    if (!Object.hasOwn(inputs2, key))
      throw new Refusal(`${name} uses ${key} in "${expression}" but does not list it as an input.`);
  }
}
function checkLeaves(equation2) {
  const seen = /* @__PURE__ */ new Map();
  const visit = (quantity) => {
    const other = seen.get(quantity.name);
    if (other === quantity) return;
    if (other !== void 0)
      throw new Refusal(`${equation2.name} rests on two different quantities called ${quantity.name}.`);
    seen.set(quantity.name, quantity);
    if (quantity.kind === "equation") for (const inside2 of Object.values(quantity.inputs)) visit(inside2);
  };
  for (const quantity of Object.values(equation2.inputs)) visit(quantity);
}
function checkDimension({ name, inputs: inputs2, tree, unit: unit3 }) {
  const found2 = dimensionOf(tree, (key) => inputs2[key]?.unit ?? "1");
  const declared2 = parseUnit(unit3).dimension;
  if (!sameDimension(found2, declared2)) {
    throw new Refusal(
      `${name} is declared in ${unit3} but its formula is in ${dimensionText(found2)}: a factor in ${dimensionText(combine(declared2, found2, -1))} is missing.`
    );
  }
}

// src/algebra/replace.ts
function replaced(original, mine) {
  return rebuilt(original, mine, /* @__PURE__ */ new Map());
}
function rebuilt(original, mine, done) {
  const known7 = done.get(original);
  if (known7 !== void 0) return known7;
  const own = mine[original.name];
  const fresh = own?.kind === "equation" ? renamed(agreeing(original, own), original.name) : onNewInputs(original, mine, done);
  done.set(original, fresh);
  return fresh;
}
function onNewInputs(original, mine, done) {
  const inputs2 = {};
  let changed2 = false;
  for (const [key, quantity] of Object.entries(original.inputs)) {
    inputs2[key] = quantity.kind === "equation" ? standIn(quantity, mine, done) : quantity;
    changed2 ||= inputs2[key] !== quantity;
  }
  return changed2 ? declared(original.name, { ...words(original), inputs: inputs2 }) : original;
}
function given(original, names7) {
  const known7 = new Set(names7);
  const inputs2 = {};
  const visit = (step) => {
    for (const quantity of Object.values(step.inputs)) {
      if (quantity.kind !== "equation") continue;
      if (known7.has(quantity.name)) inputs2[quantity.name] = input(quantity.name, quantity);
      else visit(quantity);
    }
  };
  visit(original);
  return Object.keys(inputs2).length > 0 ? replaced(original, inputs2) : original;
}
function standIn(quantity, mine, done) {
  const own = mine[quantity.name];
  return own?.kind === "input" ? agreeing(quantity, own) : rebuilt(quantity, mine, done);
}
function agreeing(original, own) {
  if (own.unit === original.unit) return own;
  throw new Refusal(`${original.name} is in ${original.unit} but what should replace it is in ${own.unit}.`);
}
function renamed(own, name) {
  return own.name === name ? own : declared(name, { ...words(own), inputs: own.inputs });
}
function words({
  symbol,
  unit: unit3,
  says: says6,
  expression,
  tree,
  source: source14
}) {
  return { symbol, unit: unit3, says: says6, expression, tree, source: source14 };
}

// src/algebra/call.ts
var known = /* @__PURE__ */ new WeakMap();
function call(equation2, at) {
  const numbers = at;
  const value = numbers[equation2.name];
  if (typeof value === "number") return value;
  const { under, runs: runs2 } = knownOf(equation2);
  const names7 = under.filter((name) => typeof numbers[name] === "number");
  const key = names7.join(" ");
  const run = runs2.get(key) ?? prepared(equation2, names7);
  runs2.set(key, run);
  return run(at);
}
var prepared = (equation2, names7) => given(equation2, names7);
function knownOf(equation2) {
  const found2 = known.get(equation2);
  if (found2 !== void 0) return found2;
  const under = lineage(equation2).flatMap(({ name }) => name === equation2.name ? [] : [name]);
  const fresh = { under, runs: /* @__PURE__ */ new Map() };
  known.set(equation2, fresh);
  return fresh;
}

// src/algebra/bits.ts
var size = (value) => value < 0n ? -value : value;
function width(value) {
  const text2 = size(value).toString(16);
  return text2 === "0" ? 0 : text2.length * 4 - Math.clz32(Number.parseInt(text2[0], 16)) + 28;
}
function squareRoot(square) {
  if (square < 2n) return square;
  let root2 = 1n << BigInt(width(square) + 1 >> 1);
  for (; ; ) {
    const next = root2 + square / root2 >> 1n;
    if (next >= root2) return root2;
    root2 = next;
  }
}

// src/algebra/rational.ts
function fraction(over2, under = 1n) {
  const divisor2 = greatestCommon(over2 < 0n ? -over2 : over2, under < 0n ? -under : under);
  const sign = under < 0n ? -1n : 1n;
  return divisor2 === 0n ? { over: over2, under } : { over: sign * over2 / divisor2, under: sign * under / divisor2 };
}
function fromDecimal(text2) {
  const [mantissa = "0", exponent = "0"] = text2.toLowerCase().split("e");
  const [whole5 = "", decimals = ""] = mantissa.split(".");
  const power4 = Number(exponent) - decimals.length;
  const digits = BigInt(whole5 + decimals || "0");
  return power4 >= 0 ? fraction(digits * 10n ** BigInt(power4)) : fraction(digits, 10n ** BigInt(-power4));
}
function toNumber({ over: over2, under }) {
  if (width(over2) < 53 && width(under) < 53) return Number(over2) / Number(under);
  const shift = width(under) - width(over2) + 66;
  const scaled2 = shift >= 0 ? (over2 << BigInt(shift)) / under : over2 / (under << BigInt(-shift));
  const half = Math.trunc(shift / 2);
  return Number(scaled2) * 2 ** -half * 2 ** (half - shift);
}
var exact = {
  add: (a, b) => fraction(a.over * b.under + b.over * a.under, a.under * b.under),
  negate: (a) => ({ over: -a.over, under: a.under }),
  multiply: (a, b) => fraction(a.over * b.over, a.under * b.under),
  /** undefined at a pole */
  invert: (a) => a.over === 0n ? void 0 : fraction(a.under, a.over),
  compare: (a, b) => {
    const difference3 = a.over * b.under - b.over * a.under;
    return difference3 > 0n ? 1 : difference3 < 0n ? -1 : 0;
  },
  floor: (a) => {
    const quotient2 = a.over / a.under;
    return fraction(a.over < 0n && quotient2 * a.under !== a.over ? quotient2 - 1n : quotient2);
  }
};
function greatestCommon(a, b) {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

// src/algebra/prove/budget.ts
var TooLarge = class extends Error {
};
function spend(budget, work) {
  budget.left -= work;
  if (budget.left < 0) throw new TooLarge();
}
function bits(value) {
  return value.toString(16).length * 4;
}

// src/algebra/prove/polynomial.ts
var zero = /* @__PURE__ */ new Map();
var one2 = constant2(1n);
function constant2(value) {
  return polynomial([{ factor: value, powers: [] }]);
}
function letter(index) {
  return polynomial([{ factor: 1n, powers: [...Array(index).fill(0), 1] }]);
}
function polynomial(terms) {
  const sum2 = /* @__PURE__ */ new Map();
  for (const term of terms) {
    const key = term.powers.join();
    const factor = (sum2.get(key)?.factor ?? 0n) + term.factor;
    if (factor === 0n) sum2.delete(key);
    else sum2.set(key, { factor, powers: term.powers });
  }
  return sum2;
}
function plus(a, b) {
  return polynomial([...a.values(), ...b.values()]);
}
function scaled(a, by) {
  return by === 1n ? a : polynomial([...a.values()].map(({ factor, powers }) => ({ factor: factor * by, powers })));
}
function minus(a, b) {
  return plus(a, scaled(b, -1n));
}
function times2(a, b, budget) {
  if (a === one2) return b;
  if (b === one2) return a;
  spend(budget, a.size * b.size);
  const terms = [];
  for (const left of a.values()) {
    for (const right of b.values()) {
      const factor = left.factor * right.factor;
      terms.push({ factor, powers: together(left.powers, right.powers) });
    }
  }
  const widest2 = terms[0];
  if (widest2 !== void 0) spend(budget, terms.length * bits(widest2.factor) >> 10);
  return polynomial(terms);
}
function together(a, b) {
  const [long, short] = a.length >= b.length ? [a, b] : [b, a];
  return long.map((power4, i) => power4 + (short[i] ?? 0));
}
function lowered(a, by) {
  if (by.every((power4) => power4 === 0)) return a;
  const rest2 = (powers) => trimmed(powers.map((power4, i) => power4 - (by[i] ?? 0)));
  return polynomial([...a.values()].map(({ factor, powers }) => ({ factor, powers: rest2(powers) })));
}
function trimmed(powers) {
  let length = powers.length;
  while (length > 0 && powers[length - 1] === 0) length--;
  return powers.slice(0, length);
}
function commonPowers(...all) {
  let common;
  for (const terms of all) {
    for (const { powers } of terms.values()) {
      common = common === void 0 ? [...powers] : common.map((power4, i) => Math.min(power4, powers[i] ?? 0));
    }
  }
  return trimmed(common ?? []);
}
function content(...all) {
  let common = 0n;
  for (const terms of all) {
    for (const { factor } of terms.values()) {
      common = greatestCommon(common, factor < 0n ? -factor : factor);
      if (common === 1n) return common;
    }
  }
  return common;
}
function divided(a, by) {
  if (by === 1n || by === 0n) return a;
  return polynomial([...a.values()].map(({ factor, powers }) => ({ factor: factor / by, powers })));
}
function same(a, b) {
  if (a.size !== b.size) return false;
  for (const [key, { factor }] of a) if (b.get(key)?.factor !== factor) return false;
  return true;
}
function degree(a) {
  return Math.max(0, ...[...a.values()].map(({ powers }) => powers.reduce((sum2, power4) => sum2 + power4, 0)));
}
function textOf(a) {
  return [...a].map(([key, { factor }]) => `${factor}[${key}]`).sort().join("+");
}

// src/algebra/prove/condition.ts
function primitive(polynomial2, letters3) {
  const powers = commonPowers(polynomial2).map((power4, i) => letters3.isPositive(i) ? power4 : power4 - power4 % 2);
  const positive4 = powers.map((power4, i) => letters3.isPositive(i) ? power4 : 0);
  return divided(lowered(polynomial2, positive4), content(polynomial2));
}
function isPositive(polynomial2, sure, conditions, letters3) {
  const signs = [...polynomial2.values()].map((term) => signOf(term, letters3));
  if (signs.every((sign) => sign !== void 0)) {
    if (sure === "weak" || signs.includes("strict")) return true;
  }
  return conditions.some((condition) => (sure === "weak" || condition.strict) && same(condition.polynomial, polynomial2));
}
function signOf({ factor, powers }, letters3) {
  if (factor < 0n) return void 0;
  const sign = letters3.signOf(powers);
  return sign === "free" ? void 0 : sign;
}
var opposite = (polynomial2) => scaled(polynomial2, -1n);

// src/algebra/prove/axioms.ts
function axioms(letters3, quotientOf, conditions) {
  return letters3.atoms().flatMap((atom) => of(atom));
  function of({ name, call: call2 }) {
    if (call2.kind !== "call") return [];
    const value = letter(letters3.indexOf(name));
    if (call2.name === "sqrt") return [{ polynomial: value, strict: false, says: `${call2.name} >= 0` }];
    const inside2 = quotientOf(call2.args[0]);
    if (inside2 === void 0) return [];
    const [positive4, negative] = [inside2.under, opposite(inside2.under)].map(
      (side) => isPositive(side, "strict", conditions, letters3)
    );
    if (!positive4 && !negative) return [];
    const over2 = positive4 ? inside2.over : opposite(inside2.over);
    const under = positive4 ? inside2.under : opposite(inside2.under);
    const scaled2 = times2(value, under, { left: 1e4 });
    const row = (polynomial2, strict) => ({ polynomial: polynomial2, strict, says: call2.name });
    switch (call2.name) {
      case "floor":
        return [row(minus(over2, scaled2), false), row(minus(scaled2, minus(over2, under)), true)];
      case "exp":
        return [row(minus(minus(scaled2, under), over2), false)];
      case "log":
        return [row(minus(minus(over2, under), scaled2), false)];
      default:
        return [];
    }
  }
}
function insideOf({ over: over2, under }, letters3, kind) {
  const terms = [...over2.values()];
  const plus2 = terms.find(({ factor }) => factor === 1n);
  const less = terms.find(({ factor }) => factor === -1n);
  if (terms.length !== 2 || plus2 === void 0 || less === void 0 || textOf(under) !== textOf(one2)) return void 0;
  const [a, b] = [plus2, less].map(({ powers }) => atomOf(powers, letters3));
  const rising = kind === "weak" ? ["exp", "log", "sqrt", "floor"] : ["exp", "log", "sqrt"];
  if (a === void 0 || b === void 0 || a.name !== b.name || !rising.includes(a.name)) return void 0;
  return binary("-", a.args[0], b.args[0]);
}
function atomOf(powers, letters3) {
  if (powers.reduce((sum2, power4) => sum2 + power4, 0) !== 1) return void 0;
  const name = letters3.nameOf(powers.indexOf(1));
  const call2 = letters3.atoms().find((atom) => atom.name === name)?.call;
  return call2?.kind === "call" ? call2 : void 0;
}

// src/algebra/evaluate.ts
function valueIn(arithmetic3, expression, at) {
  const inside2 = (part3) => valueIn(arithmetic3, part3, at);
  switch (expression.kind) {
    case "number":
      return arithmetic3.literal(expression.text);
    case "name":
      return at.get(expression.name);
    case "negate": {
      const of = inside2(expression.of);
      return of === void 0 ? void 0 : arithmetic3.negate(of);
    }
    case "binary": {
      if (expression.operator === "^") return power2(arithmetic3, expression, inside2);
      const [left, right] = [inside2(expression.left), inside2(expression.right)];
      if (left === void 0 || right === void 0) return void 0;
      return combined(arithmetic3, expression.operator, left, right);
    }
    case "call": {
      const args = [];
      for (const part3 of expression.args) {
        const value = inside2(part3);
        if (value === void 0) return void 0;
        args.push(value);
      }
      return called(arithmetic3, expression.name, args);
    }
  }
}
function combined(arithmetic3, operator, left, right) {
  if (operator === "+") return arithmetic3.add(left, right);
  if (operator === "-") return arithmetic3.add(left, arithmetic3.negate(right));
  if (operator === "*") return arithmetic3.multiply(left, right);
  const inverse2 = arithmetic3.invert(right);
  return inverse2 === void 0 ? void 0 : arithmetic3.multiply(left, inverse2);
}
function wholeExponent(exponent) {
  const [sign, literal5] = exponent.kind === "negate" ? [-1, exponent.of] : [1, exponent];
  if (literal5.kind !== "number" || !Number.isInteger(literal5.value) || Math.abs(literal5.value) > 64) return void 0;
  return fromDecimal(literal5.text).under === 1n ? sign * literal5.value : void 0;
}
function power2(arithmetic3, { left, right }, inside2) {
  const base = inside2(left);
  if (base === void 0) return void 0;
  const whole5 = wholeExponent(right);
  if (whole5 !== void 0) {
    const size2 = repeated(arithmetic3, base, Math.abs(whole5));
    return whole5 < 0 ? arithmetic3.invert(size2) : size2;
  }
  const [exponent, logarithm] = [inside2(right), arithmetic3.log?.(base)];
  if (exponent === void 0 || logarithm === void 0) return void 0;
  return arithmetic3.exp?.(arithmetic3.multiply(exponent, logarithm));
}
function repeated(arithmetic3, base, times5) {
  let [result, square] = [arithmetic3.literal("1"), base];
  for (let left = times5; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = arithmetic3.multiply(result, square);
    if (left > 1) square = arithmetic3.multiply(square, square);
  }
  return result;
}
function called(arithmetic3, name, args) {
  const [first, second2] = args;
  switch (name) {
    case "max":
      return args.reduce((best, value) => larger(arithmetic3, best, value), first);
    case "min": {
      const turned = called(arithmetic3, "max", args.map(arithmetic3.negate));
      return turned === void 0 ? void 0 : arithmetic3.negate(turned);
    }
    case "abs":
      return larger(arithmetic3, first, arithmetic3.negate(first));
    case "atLeast": {
      const order = arithmetic3.compare(first, second2);
      return order === void 0 ? void 0 : arithmetic3.literal(order >= 0 ? "1" : "0");
    }
    case "floor":
      return arithmetic3.floor(first);
    case "ceil": {
      const down = arithmetic3.floor(arithmetic3.negate(first));
      return down === void 0 ? void 0 : arithmetic3.negate(down);
    }
    default:
      return transcendental(arithmetic3, name, first);
  }
}
function larger(arithmetic3, a, b) {
  if (a === void 0) return void 0;
  const order = arithmetic3.compare(a, b);
  if (order === void 0) return arithmetic3.join?.(a, b);
  return order >= 0 ? a : b;
}
function transcendental(arithmetic3, name, value) {
  if (name === "sqrt") return arithmetic3.sqrt?.(value);
  if (name === "exp") return arithmetic3.exp?.(value);
  const natural = arithmetic3.log?.(value);
  if (name === "log" || natural === void 0) return natural;
  const logOf2 = arithmetic3.log?.(arithmetic3.literal("2"));
  const inverse2 = logOf2 === void 0 ? void 0 : arithmetic3.invert(logOf2);
  return inverse2 === void 0 ? void 0 : arithmetic3.multiply(natural, inverse2);
}

// src/algebra/prove/quotient.ts
function quotients(indexOf, budget) {
  const known7 = /* @__PURE__ */ new WeakMap();
  const of = (tree) => {
    const found2 = known7.get(tree);
    if (found2 !== void 0) return found2.quotient;
    const quotient2 = made(tree);
    known7.set(tree, { quotient: quotient2 });
    return quotient2;
  };
  function made(tree) {
    switch (tree.kind) {
      case "number": {
        const { over: over2, under } = fromDecimal(tree.text);
        return { over: constant2(over2), under: constant2(under) };
      }
      case "name":
        return { over: letter(indexOf(tree.name)), under: one2 };
      case "negate": {
        const inside2 = of(tree.of);
        return inside2 && { over: scaled(inside2.over, -1n), under: inside2.under };
      }
      case "binary": {
        const left = of(tree.left);
        if (tree.operator === "^") return left && raised4(left, wholeExponent(tree.right) ?? 1);
        const right = of(tree.right);
        return left && right && combined2(tree.operator, left, right);
      }
      case "call":
        throw new Error(`${tree.name} is not a quotient`);
    }
  }
  function combined2(operator, left, right) {
    if (operator === "*") return product2(left, right);
    if (operator === "/") return right.over.size === 0 ? void 0 : product2(left, inverse(right));
    const other = operator === "+" ? right.over : scaled(right.over, -1n);
    if (same(left.under, right.under)) return reduced(plus(left.over, other), left.under);
    const over2 = plus(times2(left.over, right.under, budget), times2(other, left.under, budget));
    return reduced(over2, times2(left.under, right.under, budget));
  }
  const product2 = (left, right) => reduced(times2(left.over, right.over, budget), times2(left.under, right.under, budget));
  function raised4(base, exponent) {
    if (exponent < 0) return base.over.size === 0 ? void 0 : raised4(inverse(base), -exponent);
    let result = { over: one2, under: one2 };
    for (let i = 0; i < exponent; i++) result = product2(result, base);
    return result;
  }
  return of;
}
var inverse = ({ over: over2, under }) => ({ over: under, under: over2 });
function reduced(over2, under) {
  if (over2.size === 0) return { over: over2, under: one2 };
  if (same(over2, under)) return { over: one2, under: one2 };
  const powers = commonPowers(over2, under);
  const by = content(over2, under);
  return { over: divided(lowered(over2, powers), by), under: divided(lowered(under, powers), by) };
}

// src/algebra/prove/certificate.ts
function weighed(rows, letters3) {
  const columns = columnsOf(rows, letters3);
  const width2 = rows.length;
  const table2 = [...columns.map(({ factors }) => [...factors, 0n]), [...rows.map(() => 1n), 1n]];
  table2.push([...rows.map(({ strict }, i) => gain(strict, columns, i)), 0n]);
  const basis = table2.slice(0, -1).map((_, i) => width2 + i);
  const outside = rows.map((_, i) => i);
  let denominator = 1n;
  for (; ; ) {
    const goal = table2[table2.length - 1];
    if (goal[width2] > 0n) return "contradiction";
    const column = entering(goal, outside);
    if (column === void 0) return point(columns, goal, outside, width2, denominator);
    const row = leaving(table2, column, basis, width2);
    denominator = pivot(table2, row, column, denominator);
    const out = basis[row];
    basis[row] = outside[column];
    outside[column] = out;
  }
}
function columnsOf(rows, letters3) {
  const found2 = /* @__PURE__ */ new Map();
  rows.forEach(({ polynomial: polynomial2 }, i) => {
    for (const [key, { factor, powers }] of polynomial2) {
      const column = found2.get(key) ?? { key, factors: rows.map(() => 0n), sign: letters3.signOf(powers) };
      column.factors[i] = factor;
      found2.set(key, column);
    }
  });
  return [...found2.values()].flatMap(
    (column) => column.sign === "free" ? [column, { ...column, factors: column.factors.map((factor) => -factor) }] : [column]
  );
}
function gain(strict, columns, i) {
  let sum2 = strict ? -1n : 0n;
  for (const { factors, sign } of columns) if (sign === "strict") sum2 += factors[i];
  return sum2;
}
function entering(goal, outside) {
  let best;
  outside.forEach((variable, i) => {
    if (goal[i] < 0n && (best === void 0 || variable < outside[best])) best = i;
  });
  return best;
}
function leaving(table2, column, basis, width2) {
  let best = -1;
  for (let i = 0; i < basis.length; i++) {
    const row = table2[i];
    if (row[column] <= 0n) continue;
    if (best < 0) best = i;
    else {
      const rival = table2[best];
      const order = row[width2] * rival[column] - rival[width2] * row[column];
      if (order < 0n || order === 0n && basis[i] < basis[best]) best = i;
    }
  }
  return best;
}
function pivot(table2, row, column, denominator) {
  const own = table2[row];
  const by = own[column];
  table2.forEach((line, i) => {
    if (i === row) return;
    const head = line[column];
    for (let j = 0; j < line.length; j++) {
      if (j === column) continue;
      const cross = head === 0n ? 0n : head * own[j];
      line[j] = (line[j] * by - cross) / denominator;
    }
    line[column] = -head;
  });
  own[column] = denominator;
  return by;
}
function point(columns, goal, outside, width2, denominator) {
  const values2 = /* @__PURE__ */ new Map();
  columns.forEach(({ key, sign }, i) => {
    const place2 = outside.indexOf(width2 + i);
    const cost = place2 < 0 ? 0n : goal[place2];
    if (sign === "strict") values2.set(key, { over: cost + denominator, under: denominator });
  });
  return values2;
}

// src/algebra/prove/factor.ts
function withoutKnownFactors(conditions, budget) {
  return conditions.map((row) => {
    let left = row.polynomial;
    for (const { polynomial: known7, strict } of conditions) {
      if (!strict || known7 === row.polynomial || known7.size < 2) continue;
      for (let rest2 = quotient(left, known7, budget); rest2 !== void 0; rest2 = quotient(left, known7, budget))
        left = rest2;
    }
    return left === row.polynomial ? row : { polynomial: left, strict: row.strict };
  });
}
function quotient(a, b, budget) {
  const by = leading(b);
  if (by === void 0 || a.size < b.size) return void 0;
  let [result, rest2] = [zero, a];
  for (let top = leading(rest2); top !== void 0; top = leading(rest2)) {
    const step = termOver(top, by);
    if (step === void 0) return void 0;
    result = plus(result, step);
    rest2 = minus(rest2, times2(step, b, budget));
  }
  return result;
}
function termOver(a, b) {
  if (a.factor % b.factor !== 0n) return void 0;
  const powers = Array.from({ length: Math.max(a.powers.length, b.powers.length) }, (_, i) => difference(a, b, i));
  if (powers.some((power4) => power4 < 0)) return void 0;
  return polynomial([{ factor: a.factor / b.factor, powers: trimmed(powers) }]);
}
var difference = (a, b, i) => (a.powers[i] ?? 0) - (b.powers[i] ?? 0);
function leading(a) {
  let top;
  for (const term of a.values()) if (top === void 0 || isBefore(top.powers, term.powers)) top = term;
  return top;
}
function isBefore(a, b) {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    if ((a[i] ?? 0) !== (b[i] ?? 0)) return (a[i] ?? 0) < (b[i] ?? 0);
  }
  return false;
}

// src/algebra/prove/monomial.ts
var mostRows = 200;
var mostBits = 2e4;
function contradictInLogs(conditions, letters3) {
  let rows = strongest(conditions.flatMap((condition) => rowOf(condition, letters3)));
  for (let i = 0; i < letters3.count(); i++) {
    if (rows.some(isContradiction)) return true;
    const [up, down, free] = [1, -1, 0].map((sign) => rows.filter(({ powers }) => Math.sign(powers[i] ?? 0) === sign));
    if (up === void 0 || down === void 0 || free === void 0 || up.length * down.length > mostRows) return false;
    rows = strongest([...free, ...up.flatMap((one5) => down.map((other) => without(i, one5, other)))]);
    if (rows.length > mostRows || rows.some(({ bound: bound2 }) => bits(bound2.over) + bits(bound2.under) > mostBits))
      return false;
  }
  return rows.some(isContradiction);
}
var unit = fraction(1n);
function isContradiction({ powers, bound: bound2, strict }) {
  if (powers.some((power4) => power4 !== 0)) return false;
  const order = exact.compare(unit, bound2);
  return order < 0 || strict && order === 0;
}
function rowOf({ polynomial: polynomial2, strict }, letters3) {
  const terms = [...polynomial2.values()];
  const more = terms.find(({ factor }) => factor > 0n);
  const less = terms.find(({ factor }) => factor < 0n);
  if (terms.length !== 2 || more === void 0 || less === void 0) return [];
  if ([more, less].some(({ powers: powers2 }) => letters3.signOf(powers2) !== "strict")) return [];
  const length = Math.max(more.powers.length, less.powers.length);
  const powers = Array.from({ length }, (_, i) => (more.powers[i] ?? 0) - (less.powers[i] ?? 0));
  return [{ powers, bound: fraction(-less.factor, more.factor), strict }];
}
function without(i, up, down) {
  const [a, b] = [up.powers[i], -down.powers[i]];
  const common = Number(greatestCommon(BigInt(a), BigInt(b)));
  const [x, y] = [b / common, a / common];
  const length = Math.max(up.powers.length, down.powers.length);
  return {
    powers: Array.from({ length }, (_, j) => x * (up.powers[j] ?? 0) + y * (down.powers[j] ?? 0)),
    bound: exact.multiply(raised(up.bound, x), raised(down.bound, y)),
    strict: up.strict || down.strict
  };
}
function raised({ over: over2, under }, times5) {
  if ((bits(over2) + bits(under)) * times5 > mostBits) return { over: 1n << BigInt(mostBits * 4), under: 1n };
  return { over: over2 ** BigInt(times5), under: under ** BigInt(times5) };
}
function strongest(rows) {
  const found2 = /* @__PURE__ */ new Map();
  for (const row of rows) {
    const key = row.powers.join().replace(/(,0)+$/, "");
    const other = found2.get(key);
    const order = other === void 0 ? 1 : exact.compare(row.bound, other.bound);
    if (order > 0 || order === 0 && row.strict) found2.set(key, row);
  }
  return [...found2.values()];
}

// src/algebra/prove/sturm.ts
function separators(factors, budget) {
  const product2 = factors.reduce((all, one5) => multiplied(all, one5), [1n]);
  const chain = sequence(withoutRootAtZero(product2), budget);
  const [first = [1n]] = chain;
  const [low, high] = bounds(first);
  const found2 = [low];
  const split = (from, to, roots2, depth2) => {
    if (roots2 === 0) return;
    if (roots2 === 1) {
      found2.push(to);
      return;
    }
    const middle = between(from, to, first);
    spend(budget, chain.length * (bits(middle.over) + bits(middle.under)) >> 6);
    const above = changes(chain, middle) - changes(chain, to);
    split(from, middle, roots2 - above, depth2 + 1);
    split(middle, to, above, depth2 + 1);
  };
  split(low, high, changes(chain, low) - changes(chain, high), 0);
  return found2;
}
function signAt(factors, { over: over2, under }) {
  let sum2 = 0n;
  let power4 = 1n;
  for (let i = factors.length - 1; i >= 0; i--) {
    sum2 = sum2 * over2 + factors[i] * power4;
    power4 *= under;
  }
  return sum2 > 0n ? 1 : sum2 < 0n ? -1 : 0;
}
function rootsBetween(factors, from, to, budget) {
  const chain = sequence(factors, budget);
  return changes(chain, from) - changes(chain, to);
}
function sequence(first, budget) {
  const chain = [first];
  let next = primitive2(first.slice(1).map((factor, i) => factor * BigInt(i + 1)));
  while (next.length > 0) {
    const last = chain[chain.length - 1];
    chain.push(next);
    spend(budget, last.length * next.length + (last.length * bits(next[next.length - 1]) >> 6));
    next = primitive2(remainder(last, next).map((factor) => -factor));
  }
  return chain;
}
function remainder(a, b) {
  const rest2 = [...a];
  const head = b[b.length - 1];
  const size2 = head < 0n ? -head : head;
  const sign = head < 0n ? -1n : 1n;
  while (rest2.length >= b.length) {
    const top = rest2.pop() * sign;
    const shift = rest2.length - (b.length - 1);
    for (let i = 0; i < rest2.length; i++) rest2[i] = rest2[i] * size2;
    for (let i = 0; i < b.length - 1; i++) rest2[i + shift] = rest2[i + shift] - top * b[i];
  }
  return rest2;
}
function primitive2(factors) {
  let length = factors.length;
  while (length > 0 && factors[length - 1] === 0n) length--;
  let common = 0n;
  for (const factor of factors) common = greatestCommon(common, factor < 0n ? -factor : factor);
  return factors.slice(0, length).map((factor) => factor / common);
}
function changes(chain, at) {
  let count3 = 0;
  let last = 0;
  for (const factors of chain) {
    const sign = signAt(factors, at);
    if (sign !== 0 && last !== 0 && sign !== last) count3++;
    if (sign !== 0) last = sign;
  }
  return count3;
}
function multiplied(a, b) {
  const product2 = Array(a.length + b.length - 1).fill(0n);
  for (const [i, x] of a.entries())
    for (const [j, y] of b.entries()) product2[i + j] = product2[i + j] + x * y;
  return product2;
}
function withoutRootAtZero(factors) {
  return factors.slice(factors.findIndex((factor) => factor !== 0n));
}
function bounds(factors) {
  const sizes2 = factors.map((factor) => factor < 0n ? -factor : factor);
  const most3 = sizes2.reduce((sum2, factor) => sum2 + factor, 1n);
  const [bottom2, top] = [sizes2[0], sizes2[sizes2.length - 1]];
  const halvings = (over2, under) => BigInt(Math.max(0, bits(over2) - bits(under)) + 5);
  return [fraction(1n, 1n << halvings(bottom2 + most3, bottom2)), fraction(1n << halvings(top + most3, top))];
}
function between(from, to, factors) {
  const [low, high] = isWide(from, to) ? geometricMiddle(from, to) : thirds(from, to);
  let middle = simplest(low, high);
  while (signAt(factors, middle) === 0) middle = simplest(low, middle);
  return middle;
}
var sizeOf = ({ over: over2, under }) => bits(over2) - bits(under);
var isWide = (from, to) => sizeOf(to) - sizeOf(from) > 8;
function geometricMiddle(from, to) {
  const power4 = BigInt(Math.floor((sizeOf(from) + sizeOf(to)) / 2));
  const ends = [power4, power4 + 1n].map((n) => n >= 0n ? fraction(1n << n) : fraction(1n, 1n << -n));
  return ends;
}
function thirds(from, to) {
  const [a, b, under] = [from.over * to.under, to.over * from.under, 3n * from.under * to.under];
  return [fraction(2n * a + b, under), fraction(a + 2n * b, under)];
}
function simplest(from, to) {
  const whole5 = from.over / from.under;
  if ((whole5 + 1n) * to.under < to.over) return fraction(whole5 + 1n);
  const [low, high] = [from, to].map(({ over: over3, under: under2 }) => ({ over: over3 - whole5 * under2, under: under2 }));
  const inverse2 = { over: high.under, under: high.over };
  const { over: over2, under } = low.over === 0n ? fraction(inverse2.over / inverse2.under + 1n) : simplest(inverse2, { over: low.under, under: low.over });
  return fraction(whole5 * over2 + under, over2);
}

// src/algebra/prove/oneRatio.ts
function inOneRatio(conditions, letters3, budget) {
  const ratio = ratioOf(conditions);
  if (ratio === void 0 || letters3.signOf(ratio.map(Math.abs)) !== "strict") return "open";
  const lines = conditions.map(({ polynomial: polynomial2 }) => alongRatio([...polynomial2.values()], ratio));
  if (lines.some(({ length }) => length > 60)) return "open";
  const cuts2 = separators(lines, budget);
  const holding = cuts2.find((cut) => lines.every((line) => signAt(line, cut) > 0));
  if (holding !== void 0) return realised(ratio, holding) ?? "open";
  return conditions.every(({ strict }) => strict) || noneAtRoots(lines, cuts2, budget) ? "none" : "open";
}
function noneAtRoots(lines, cuts2, budget) {
  return cuts2.slice(1).every((to, i) => {
    const from = cuts2[i];
    return lines.some((line) => signAt(line, to) < 0 && rootsBetween(line, from, to, budget) === 0);
  });
}
function ratioOf(conditions) {
  let ratio;
  for (const { polynomial: polynomial2 } of conditions) {
    const [first, ...others] = [...polynomial2.values()];
    for (const { powers } of others) {
      const step = difference2(powers, first?.powers ?? []);
      ratio ??= shortest(step);
      if (multiple(step, ratio) === void 0) return void 0;
    }
  }
  return ratio;
}
function difference2(a, b) {
  return Array.from({ length: Math.max(a.length, b.length) }, (_, i) => (a[i] ?? 0) - (b[i] ?? 0));
}
function shortest(step) {
  const common = step.reduce((a, b) => divisor(a, Math.abs(b)), 0);
  return step.map((power4) => power4 / common);
}
var divisor = (a, b) => b === 0 ? a : divisor(b, a % b);
function multiple(step, of) {
  const i = of.findIndex((power4) => power4 !== 0);
  const times5 = (step[i] ?? 0) / of[i];
  const length = Math.max(step.length, of.length);
  return Array.from({ length }, (_, j) => (step[j] ?? 0) === times5 * (of[j] ?? 0)).every(Boolean) ? times5 : void 0;
}
function alongRatio(terms, ratio) {
  const places2 = terms.map(({ powers }) => multiple(difference2(powers, terms[0]?.powers ?? []), ratio) ?? 0);
  const least2 = Math.min(...places2);
  const line = Array(Math.max(...places2) - least2 + 1).fill(0n);
  terms.forEach(({ factor }, i) => {
    line[places2[i] - least2] = factor;
  });
  return line;
}
function realised(ratio, value) {
  const i = ratio.findIndex((power4) => Math.abs(power4) === 1);
  if (i < 0) return void 0;
  const inverse2 = exact.invert(value) ?? fraction(1n);
  return /* @__PURE__ */ new Map([[i, ratio[i] === 1 ? value : inverse2]]);
}

// src/algebra/prove/region.ts
function plainlyEmpty(conditions, letters3) {
  if (conditions.length === 0) return false;
  return weighed(conditions, letters3) === "contradiction" || contradictInLogs(conditions, letters3);
}
function isEmpty(conditions, letters3, budget) {
  if (conditions.length === 0) return false;
  if (plainlyEmpty(conditions, letters3)) return true;
  if (inOneRatio(conditions, letters3, budget) === "none") return true;
  const shorter = withoutKnownFactors(conditions, budget);
  if (shorter.some((row, i) => row !== conditions[i]) && weighed(shorter, letters3) === "contradiction") return true;
  const more = [...conditions, ...squares(conditions), ...products(conditions, letters3, budget)];
  return more.length > conditions.length && weighed(more, letters3) === "contradiction";
}
var mostRows2 = 60;
function products(conditions, letters3, budget) {
  const most3 = Math.max(2, ...conditions.map(({ polynomial: polynomial2 }) => degree(polynomial2)));
  const made = [];
  const pairs = conditions.flatMap((one5, i) => conditions.slice(i).map((other) => [one5, other]));
  for (const [one5, other] of pairs) {
    if (made.length >= mostRows2 || degree(one5.polynomial) + degree(other.polynomial) > most3) continue;
    const strict = one5.strict && other.strict;
    made.push({ polynomial: times2(one5.polynomial, other.polynomial, budget), strict });
  }
  for (const { polynomial: polynomial2, strict } of conditions) {
    if (degree(polynomial2) >= most3) continue;
    for (let i = 0; i < letters3.count() && made.length < 2 * mostRows2; i++) {
      if (letters3.isPositive(i)) made.push({ polynomial: times2(polynomial2, letter(i), budget), strict });
    }
  }
  return made;
}
function squares(conditions) {
  const found2 = /* @__PURE__ */ new Map();
  for (const condition of conditions) {
    for (const side of [condition.polynomial, opposite(condition.polynomial)]) {
      const roots2 = [...side.values()].flatMap(({ factor, powers }) => {
        const root2 = factor > 0n ? wholeRoot(factor) : void 0;
        if (root2 === void 0 || powers.some((power4) => power4 % 2 !== 0)) return [];
        return [{ factor: root2, powers: powers.map((power4) => power4 / 2) }];
      });
      for (const [i, a] of roots2.slice(0, 8).entries()) {
        for (const b of roots2.slice(i + 1, 8)) {
          const gap = plus(polynomial([a]), polynomial([{ ...b, factor: -b.factor }]));
          const square = times2(gap, gap, { left: 1e3 });
          found2.set([...square.keys()].join(";") + a.factor + b.factor, square);
        }
      }
    }
  }
  return [...found2.values()].slice(0, mostRows2).map((square) => ({ polynomial: square, strict: false }));
}
function wholeRoot(square) {
  const root2 = squareRoot(square);
  return root2 * root2 === square ? root2 : void 0;
}

// src/algebra/prove/resolve.ts
function resolved(tree, by) {
  switch (tree.kind) {
    case "number":
    case "name":
      return tree;
    case "negate": {
      const of = resolved(tree.of, by);
      return of && (of === tree.of ? tree : negated(of));
    }
    case "binary": {
      const [left, right] = [resolved(tree.left, by), resolved(tree.right, by)];
      if (left === void 0 || right === void 0) return void 0;
      if (tree.operator === "^" && wholeExponent(right) === void 0) {
        return asLetter("^", [left, right], binary("^", left, right), true, by);
      }
      return left === tree.left && right === tree.right ? tree : binary(tree.operator, left, right);
    }
    case "call": {
      const args = [];
      for (const part3 of tree.args) {
        const arg = resolved(part3, by);
        if (arg === void 0) return void 0;
        args.push(arg);
      }
      return called2({ ...tree, args }, by);
    }
  }
}
var negated = (of) => ({ kind: "negate", of });
function called2(call2, by) {
  const [first = call2, second2 = call2] = call2.args;
  switch (call2.name) {
    case "max":
      return call2.args.reduce((best, arg) => positive(best, arg, by) ? best : arg);
    case "min":
      return call2.args.reduce((best, arg) => positive(best, arg, by) ? arg : best);
    case "abs":
      return by.decide(first, [words2(first, by), "0"], "weak") > 0 ? first : negated(first);
    case "atLeast":
      return number(by.decide(binary("-", first, second2), [words2(first, by), words2(second2, by)], "step") > 0 ? 1 : 0);
    case "floor":
      return floored(first, by);
    case "ceil": {
      const down = floored(negated(first), by);
      return down && negated(down);
    }
    case "log2": {
      const [over2, under] = [first, number(2)].map((of) => opaque("log", of, by));
      return over2 && under && binary("/", over2, under);
    }
    case "sqrt":
      return root(first, by);
    case "exp":
    case "log":
      return opaque(call2.name, first, by);
  }
}
function words2(tree, { letters: letters3 }) {
  const whole5 = (part3) => substitute(part3, (name) => {
    const atom = name.startsWith("#") ? letters3.atoms().find((one5) => one5.name === name) : void 0;
    return atom && whole5(atom.call);
  });
  return print(whole5(tree));
}
var positive = (a, b, by) => by.decide(binary("-", a, b), [words2(a, by), words2(b, by)], "weak") > 0;
function floored(of, by) {
  const quotient2 = by.quotientOf(of);
  if (quotient2 === void 0) return void 0;
  const [over2, under] = [quotient2.over, quotient2.under].map((side) => side.size === 0 ? 0n : side.get("")?.factor);
  const plain2 = over2 !== void 0 && under !== void 0 && quotient2.over.size <= 1 && quotient2.under.size === 1;
  if (!plain2) return opaque("floor", of, by);
  const down = over2 / under - (over2 % under !== 0n && over2 < 0n !== under < 0n ? 1n : 0n);
  return down < 0n ? negated(number(`${-down}`)) : number(`${down}`);
}
function root(of, by) {
  const quotient2 = by.quotientOf(of);
  if (quotient2 === void 0) return void 0;
  const [over2, under] = [quotient2.over, quotient2.under].map((side) => rootOfProduct(side, by));
  return over2 && under ? binary("/", over2, under) : opaque("sqrt", of, by);
}
function rootOfProduct(side, by) {
  const [term, ...more] = side.values();
  if (term === void 0 || more.length > 0 || term.factor < 0n || by.letters.signOf(term.powers) !== "strict")
    return void 0;
  const whole5 = squareRoot(term.factor);
  const plain2 = number(`${term.factor}`);
  let product2 = whole5 * whole5 === term.factor ? number(`${whole5}`) : rootLetter(plain2, by);
  term.powers.forEach((power4, i) => {
    const letter2 = { kind: "name", name: by.letters.nameOf(i) };
    for (let halves = power4; halves > 0 && product2 !== void 0; halves -= 2) {
      const factor = halves === 1 ? rootLetter(letter2, by) : letter2;
      product2 = factor && binary("*", product2, factor);
    }
  });
  return product2;
}
var rootLetter = (of, by) => asLetter("sqrt", [of], { kind: "call", name: "sqrt", args: [of] }, true, by);
function opaque(name, of, by) {
  return asLetter(name, [of], { kind: "call", name, args: [of] }, name === "exp", by);
}
function asLetter(name, inside2, call2, isPositive2, by) {
  const keys = [];
  for (const part3 of inside2) {
    const quotient2 = by.quotientOf(part3);
    if (quotient2 === void 0) return void 0;
    keys.push(`${textOf(quotient2.over)}/${textOf(quotient2.under)}`);
  }
  return { kind: "name", name: by.letters.atom(`${name} ${keys.join(" ")}`, call2, isPositive2) };
}

// src/algebra/prove/cases.ts
function eachCase(question, open2, letters3, budget, visit) {
  const quotientOf = quotients(letters3.indexOf, budget);
  const script = [];
  do {
    const found2 = run();
    if (found2 !== void 0 && !visit(found2)) return;
  } while (advance());
  function advance() {
    while (script.length > 0) {
      const last = script[script.length - 1];
      if (++last.at < last.options.length) return true;
      script.pop();
    }
    return false;
  }
  function run() {
    const conditions = [];
    let asked3 = 0;
    let possible2 = true;
    const given4 = () => [...conditions, ...axioms(letters3, quotientOf, conditions)];
    const signOf3 = (polynomial2, up, down, says7) => {
      const plain2 = primitive(polynomial2, letters3);
      if (isPositive(plain2, up, conditions, letters3)) return 1;
      if (isPositive(opposite(plain2), down, conditions, letters3)) return -1;
      if (asked3 === script.length) {
        const known7 = given4();
        const options = [
          { sign: 1, polynomial: plain2, strict: open2 || up === "strict", says: says7.join(" > ") },
          { sign: -1, polynomial: opposite(plain2), strict: open2 || down === "strict", says: says7.join(" < ") }
        ];
        const either = up === "weak" && down === "weak";
        const left2 = options.filter((option) => {
          const needed = either ? { ...option, strict: true } : option;
          return !plainlyEmpty([...known7, needed], letters3);
        });
        if (left2.length === 0 && !either) possible2 = false;
        script.push({ options: left2.length === 0 ? options.slice(0, 1) : left2, at: 0 });
      }
      const entry = script[asked3++];
      const chosen4 = entry.options[entry.at];
      conditions.push(chosen4);
      return chosen4.sign;
    };
    const decide = (difference3, says7, kind) => {
      const quotient2 = quotientOf(difference3);
      if (quotient2 === void 0 || quotient2.over.size === 0) return 1;
      const inside2 = insideOf(quotient2, letters3, kind);
      if (inside2 !== void 0) return decide(inside2, says7, kind);
      const below2 = signOf3(quotient2.under, "strict", "strict", [`the denominator of ${says7.join(" - ")}`, "0"]);
      const over2 = below2 > 0 ? quotient2.over : opposite(quotient2.over);
      return signOf3(over2, "weak", kind === "weak" ? "weak" : "strict", says7);
    };
    for (const { gap, orEqual, says: says7 } of question.assumed) {
      const quotient2 = quotientOf(resolved(gap, { decide, letters: letters3, quotientOf }) ?? nowhere);
      if (quotient2 === void 0) return void 0;
      const below2 = signOf3(quotient2.under, "strict", "strict", [`the denominator of ${says7}`, "0"]);
      const over2 = primitive(below2 > 0 ? quotient2.over : opposite(quotient2.over), letters3);
      if (over2.size === 0 && !orEqual) return void 0;
      if (!isPositive(over2, orEqual ? "weak" : "strict", conditions, letters3)) {
        conditions.push({ polynomial: over2, strict: open2 || !orEqual, says: says7 });
      }
    }
    if (question.assumed.length > 0 && plainlyEmpty(given4(), letters3)) return void 0;
    const own = conditions.length;
    const [left, right] = [question.left, question.right].map((side) => resolved(side, { decide, letters: letters3, quotientOf }));
    if (!possible2) return void 0;
    const chosen3 = conditions.slice(own);
    const says6 = chosen3.map((condition) => condition.says);
    const sides = left === void 0 || right === void 0 ? void 0 : [left, right];
    return { conditions: given4(), chosen: chosen3, sides, says: says6.join(", ") };
  }
}
var nowhere = {
  kind: "binary",
  operator: "/",
  left: { kind: "number", text: "1", value: 1 },
  right: { kind: "number", text: "0", value: 0 }
};

// src/algebra/degree.ts
function degreeOfDifference(left, right) {
  const [l, r] = [degrees(left), degrees(right)];
  return Math.max(l.over + r.under, r.over + l.under);
}
function degrees(expression) {
  if (expression.kind === "number") return { over: 0, under: 0 };
  if (expression.kind === "name") return { over: 1, under: 0 };
  if (expression.kind === "negate") return degrees(expression.of);
  const inside2 = parts(expression).map(degrees);
  const [left, right] = inside2;
  if (expression.kind === "binary" && left !== void 0 && right !== void 0) {
    const { operator } = expression;
    if (operator === "*") return { over: left.over + right.over, under: left.under + right.under };
    if (operator === "/") return { over: left.over + right.under, under: left.under + right.over };
    if (operator === "^") return raised2(left, wholeExponent(expression.right) ?? 1);
    return { over: Math.max(left.over + right.under, right.over + left.under), under: left.under + right.under };
  }
  return { over: Math.max(...inside2.map((part3) => part3.over)), under: Math.max(...inside2.map((part3) => part3.under)) };
}
function raised2({ over: over2, under }, exponent) {
  const times5 = Math.abs(exponent);
  return exponent >= 0 ? { over: over2 * times5, under: under * times5 } : { over: under * times5, under: over2 * times5 };
}

// src/algebra/prove/exact.ts
var unshortened = {
  literal: fromDecimal,
  add: (a, b) => a.under === b.under ? { over: a.over + b.over, under: a.under } : { over: a.over * b.under + b.over * a.under, under: a.under * b.under },
  negate: (a) => ({ over: -a.over, under: a.under }),
  multiply: (a, b) => ({ over: a.over * b.over, under: a.under * b.under }),
  invert: ({ over: over2, under }) => over2 === 0n ? void 0 : over2 > 0n ? { over: under, under: over2 } : { over: -under, under: -over2 },
  compare: (a, b) => {
    const difference3 = a.over * b.under - b.over * a.under;
    return difference3 > 0n ? 1 : difference3 < 0n ? -1 : 0;
  },
  floor: ({ over: over2, under }) => {
    const quotient2 = over2 / under;
    return { over: over2 < 0n && quotient2 * under !== over2 ? quotient2 - 1n : quotient2, under: 1n };
  }
};

// src/algebra/prove/identity.ts
function identical(left, right, source14, wanted2) {
  const names7 = [...namesIn(right, namesIn(left))];
  const degree2 = degreeOfDifference(left, right);
  let trials = 0;
  for (let drawn = 0; trials < wanted2 && drawn < 2 * wanted2; drawn++) {
    const at = new Map(names7.map((name) => [name, fraction(source14.bits64() + 1n)]));
    const [l, r] = [valueIn(unshortened, left, at), valueIn(unshortened, right, at)];
    if (l === void 0 || r === void 0) continue;
    trials++;
    if (unshortened.compare(l, r) !== 0) return { equal: false, trials, bound: 0 };
    if (names7.length === 0) break;
  }
  return { equal: trials > 0, trials, bound: Math.min(1, degree2 / 2 ** 64) ** trials };
}

// src/algebra/prove/points.ts
var anySize = ["plain", "spread", "whole", "plain", "spread", "wide"];
var nearOne = ["plain", "near", "near", "spread", "near", "wide"];
function draw(names7, kind, source14) {
  return new Map(names7.map((name) => [name, one3(kind, source14)]));
}
function one3(kind, source14) {
  switch (kind) {
    case "plain":
      return fraction(1n + (source14.bits64() & 15n), 1n + (source14.bits64() & 3n));
    case "whole":
      return fraction(source14.bits64() + 1n);
    case "near":
      return powerOfTwo(source14, 4);
    case "wide":
      return powerOfTwo(source14, 1e3);
    default:
      return powerOfTwo(source14, 40);
  }
}
function powerOfTwo(source14, most3) {
  const exponent = BigInt(Math.floor(source14.unit() * (2 * most3 + 1)) - most3);
  const mantissa = (1n << 20n) + (source14.bits64() >> 44n);
  return exponent >= 0n ? fraction(mantissa << exponent, 1n << 20n) : fraction(mantissa, 1n << 20n - exponent);
}
function plainer(at, serves) {
  for (const digits of [1, 2, 4, 8, 17]) {
    const plain2 = new Map([...at].map(([name, value]) => [name, written(value, digits)]));
    if ([...plain2.values()].every(({ over: over2 }) => over2 > 0n) && serves(plain2)) return plain2;
  }
  return at;
}
function written(value, digits) {
  const number3 = Number(toNumber(value).toPrecision(digits));
  if (!Number.isFinite(number3) || number3 === 0) return value;
  const [mantissa = "0", exponent = "0"] = number3.toExponential().split("e");
  const [whole5 = "", decimals = ""] = mantissa.split(".");
  const power4 = Number(exponent) - decimals.length;
  const over2 = BigInt(whole5 + decimals);
  return power4 >= 0 ? fraction(over2 * 10n ** BigInt(power4)) : fraction(over2, 10n ** BigInt(-power4));
}

// src/algebra/prove/interior.ts
function* pointsInside(conditions, names7, letters3, source14, budget) {
  const plain2 = conditions.filter(({ polynomial: polynomial2 }) => isOf(names7, polynomial2, letters3));
  const starts = [...startsOf(plain2, names7, letters3, budget)];
  yield* starts;
  for (let i = 0; i < 24; i++) {
    const start = starts[i] ?? draw(names7, i % 3 === 0 ? "spread" : "plain", source14);
    let at = start;
    for (let round = 0; round < 2; round++) {
      for (const name of names7) {
        const better = moved(at, name, plain2, letters3, budget);
        if (better === void 0) continue;
        at = new Map(at).set(name, better);
        yield at;
      }
    }
  }
}
function isOf(names7, polynomial2, letters3) {
  return [...polynomial2.values()].every(
    ({ powers }) => powers.every((power4, i) => power4 === 0 || names7.includes(letters3.nameOf(i)))
  );
}
function* startsOf(conditions, names7, letters3, budget) {
  const values2 = weighed(conditions, letters3);
  const indices = names7.map((name) => letters3.indexOf(name));
  if (values2 !== "contradiction") {
    const unit3 = values2.get("") ?? fraction(1n);
    const valueAt3 = (i) => values2.get([...Array(i).fill(0), 1].join()) ?? unit3;
    const shares3 = indices.map((i) => exact.multiply(plainly(valueAt3(i)), exact.invert(unit3) ?? fraction(1n)));
    yield new Map(names7.map((name, i) => [name, shares3[i] ?? fraction(1n)]));
  }
  const found2 = inOneRatio(conditions, letters3, budget);
  if (typeof found2 !== "string")
    yield new Map(names7.map((name, i) => [name, found2.get(indices[i] ?? -1) ?? fraction(1n)]));
}
var plainly = ({ over: over2, under }) => fraction(over2, under);
function moved(at, name, conditions, letters3, budget) {
  const lines = conditions.map(({ polynomial: polynomial2 }) => alongLetter(polynomial2, letters3.indexOf(name), at, letters3)).filter((line) => line.length > 1);
  if (lines.length === 0 || lines.reduce((sum2, line) => sum2 + line.length, 0) > 60) return void 0;
  let best;
  let most3 = -1;
  for (const cut of separators(lines, budget)) {
    const held = lines.filter((line) => signAt(line, cut) > 0).length;
    if (held > most3) [best, most3] = [cut, held];
  }
  return best;
}
function alongLetter(polynomial2, index, at, letters3) {
  const sums = [];
  for (const { factor, powers } of polynomial2.values()) {
    let value = fraction(factor);
    powers.forEach((power5, i) => {
      if (i === index || power5 === 0) return;
      const { over: over2, under } = at.get(letters3.nameOf(i)) ?? fraction(1n);
      value = exact.multiply(value, fraction(over2 ** BigInt(power5), under ** BigInt(power5)));
    });
    const power4 = powers[index] ?? 0;
    sums[power4] = exact.add(sums[power4] ?? fraction(0n), value);
  }
  const whole5 = Array.from(sums, (sum2) => sum2 ?? fraction(0n));
  const common = whole5.reduce((product2, { under }) => product2 * under, 1n);
  const line = whole5.map(({ over: over2, under }) => over2 * common / under);
  while (line.length > 0 && line[line.length - 1] === 0n) line.pop();
  return line;
}

// src/algebra/prove/letters.ts
function letters() {
  const names7 = [];
  const indices = /* @__PURE__ */ new Map();
  const free = /* @__PURE__ */ new Set();
  const atoms = /* @__PURE__ */ new Map();
  const indexOf = (name) => {
    const found2 = indices.get(name);
    if (found2 !== void 0) return found2;
    indices.set(name, names7.length);
    return names7.push(name) - 1;
  };
  return {
    indexOf,
    nameOf: (index) => names7[index] ?? "",
    isPositive: (index) => !free.has(index),
    signOf: (powers) => {
      const of = powers.filter((power4, i) => power4 > 0 && free.has(i));
      if (of.length === 0) return "strict";
      return of.every((power4) => power4 % 2 === 0) ? "weak" : "free";
    },
    count: () => names7.length,
    atom: (key, call2, positive4) => {
      const known7 = atoms.get(key);
      if (known7 !== void 0) return known7.name;
      const name = `#${atoms.size}`;
      atoms.set(key, { name, call: call2 });
      if (!positive4) free.add(indexOf(name));
      return name;
    },
    atoms: () => [...atoms.values()]
  };
}

// src/algebra/prove/byCases.ts
var mostCases = 4096;
var mostOpen = 16;
var pointsPerCase = (cases) => cases > 256 ? 4 : 8;
function byCases(question, names7, open2, comparer, source14) {
  const own = letters();
  const budget = { left: 4e5 };
  const stillOpen = [];
  const agreed = [];
  let [cases, trials, bound2] = [0, 0, 0];
  let refuted;
  let tooLarge = false;
  const visit = (found2) => {
    if (++cases > mostCases || stillOpen.length === mostOpen) throw new TooLarge();
    if (found2.sides === void 0) return true;
    const identity = identical(...found2.sides, source14, pointsPerCase(cases));
    trials += identity.trials;
    bound2 += identity.bound;
    if (identity.equal || identity.trials === 0 || isEmpty(found2.conditions, own, budget)) return true;
    if (agreesAtItsEdge(found2, own, budget)) return true;
    refuted = counterexample(found2, names7, own, comparer, source14, budget, agreed);
    stillOpen.push(found2);
    return refuted === void 0;
  };
  try {
    eachCase(question, open2, own, budget, visit);
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error;
    tooLarge = true;
  }
  return {
    cases,
    trials,
    bound: Math.min(1, bound2),
    stillOpen,
    agreed,
    letters: own,
    tooLarge,
    ...refuted && { refuted }
  };
}
function agreesAtItsEdge({ conditions, sides }, own, budget) {
  if (sides === void 0 || conditions.every(({ strict }) => strict)) return false;
  const gap = quotients(own.indexOf, budget)(binary("-", ...sides));
  if (gap === void 0) return false;
  return [gap.over, opposite(gap.over)].every(
    (polynomial2) => isEmpty([...conditions, { polynomial: polynomial2, strict: true, says: "the sides differ" }], own, budget)
  );
}
function counterexample({ conditions }, names7, own, comparer, source14, budget, agreed) {
  for (const point2 of pointsInside(conditions, names7, own, source14, budget)) {
    for (const at of around(point2, source14)) {
      if (!comparer.inDomain(at)) continue;
      const compared = comparer.at(at);
      if (compared?.equal === false) return { at, compared };
      if (compared?.equal === true) agreed.push({ at, digits: compared.digits });
    }
  }
  return void 0;
}
function* around(point2, source14) {
  yield point2;
  for (const halvings of [8n, 64n]) {
    yield new Map(
      [...point2].map(([name, value]) => {
        const step = fraction((source14.bits64() >> 56n) + 1n, 1n << 8n + halvings);
        return [name, exact.multiply(value, exact.add(fraction(1n), step))];
      })
    );
  }
}

// src/algebra/prove/calls.ts
var transcendental2 = ["exp", "log", "log2", "sqrt", "^"];
var armed = ["max", "min", "abs", "atLeast"];
var whole = ["floor", "ceil"];
var jumps = ["floor", "ceil", "atLeast"];
function calls(tree, which) {
  const name = tree.kind === "call" ? tree.name : tree.kind === "binary" && tree.operator === "^" && wholeExponent(tree.right) === void 0 ? "^" : void 0;
  return name !== void 0 && (which ?? [name]).includes(name) || parts(tree).some((part3) => calls(part3, which));
}

// src/algebra/series.ts
function series(inner) {
  const point2 = BigInt(inner);
  const unit3 = 1n << point2;
  const logOf2 = naturalLogOf2(inner + 64);
  function power4(x) {
    const wide = x << 64n;
    const doublings = wide >= 0n ? wide / logOf2 : -(-wide / logOf2) - 1n;
    const rest2 = wide - doublings * logOf2 >> 72n;
    let [term, sum2] = [unit3, unit3];
    for (let n = 1n; term > 0n; n++) {
      term = (term * rest2 >> point2) / n;
      sum2 += term;
    }
    for (let i = 0; i < 8; i++) sum2 = sum2 * sum2 >> point2;
    return { value: sum2, doublings };
  }
  function logOfMantissa(middle) {
    const shift = inner + 1 - width(middle);
    const mantissa = shift >= 0 ? middle << BigInt(shift) : middle >> BigInt(-shift);
    const guess = BigInt(Math.round(Math.log(Number(mantissa >> point2 - 52n) / 2 ** 52) * 2 ** 50)) << point2 - 50n;
    const { value, doublings } = power4(-guess);
    const rest2 = mantissa * value >> point2 - doublings;
    return guess + nearOne2(rest2, inner);
  }
  return { unit: unit3, logOf2, power: power4, logOfMantissa };
}
var logsOf2 = /* @__PURE__ */ new Map();
function naturalLogOf2(point2) {
  const known7 = logsOf2.get(point2) ?? nearOne2(2n << BigInt(point2 + 32), point2 + 32) >> 32n;
  logsOf2.set(point2, known7);
  return known7;
}
function nearOne2(x, point2) {
  const by = BigInt(point2);
  const one5 = 1n << by;
  const small2 = (x - one5 << by) / (x + one5);
  const square = small2 * small2 >> by;
  let power4 = small2 < 0n ? -small2 : small2;
  let sum2 = 0n;
  for (let n = 1n; power4 !== 0n; n += 2n) {
    sum2 += power4 / n;
    power4 = power4 * square >> by;
  }
  return small2 < 0n ? -2n * sum2 : 2n * sum2;
}

// src/algebra/real.ts
var largestExponent = 2 ** 50;
function reals(precision2) {
  const digits = BigInt(precision2);
  const inner = precision2 + 64;
  const point2 = BigInt(inner);
  const { unit: unit3, power: power4, logOfMantissa, logOf2 } = series(inner);
  function rounded2(middle, radius, exponent, scale2) {
    const excess = Math.max(width(middle) - precision2, width(radius) - 64, 0);
    const by = BigInt(excess);
    const short = excess === 0 ? { middle, radius, exponent } : { middle: middle >> by, radius: (radius >> by) + 2n, exponent: exponent + excess };
    return { ...short, scale: scale2 ?? magnitude(short) };
  }
  const fits = (real) => Math.abs(real.exponent) > largestExponent ? void 0 : real;
  function ratio(over2, under) {
    const shift = Math.max(0, precision2 + 2 - width(over2) + width(under));
    const top = over2 << BigInt(shift);
    const whole5 = top / under;
    return rounded2(whole5, whole5 * under === top ? 0n : 1n, -shift);
  }
  function add2(a, b) {
    if (isZero(a)) return b;
    if (isZero(b)) return a;
    const [high, low] = a.exponent >= b.exponent ? [a, b] : [b, a];
    const scale2 = Math.max(a.scale, b.scale);
    const gap = high.exponent - low.exponent;
    if (gap <= 3 * precision2 + 200) {
      const by = BigInt(gap);
      return rounded2((high.middle << by) + low.middle, (high.radius << by) + low.radius, low.exponent, scale2);
    }
    const middle = high.middle << 2n * digits;
    return rounded2(middle, (high.radius << 2n * digits) + 1n, high.exponent - 2 * precision2, scale2);
  }
  function multiply(a, b) {
    const radius = size(a.middle) * b.radius + size(b.middle) * a.radius + a.radius * b.radius;
    return rounded2(a.middle * b.middle, radius, a.exponent + b.exponent, a.scale + b.scale);
  }
  function invert({ middle, radius, exponent, scale: scale2 }) {
    const least2 = size(middle) - radius;
    if (least2 <= 0n) return void 0;
    const shift = BigInt(width(middle) + precision2);
    const top = 1n << shift;
    const spread = radius === 0n ? 1n : radius * top / (size(middle) * least2) + 2n;
    return rounded2(top / middle, spread, -exponent - Number(shift), scale2 - 2 * magnitude({ middle, exponent }));
  }
  function sqrt(a) {
    if (isZero(a)) return a;
    if (a.middle - a.radius <= 0n) return void 0;
    let shift = Math.max(0, 2 * precision2 - width(a.middle));
    if ((a.exponent - shift) % 2 !== 0) shift++;
    const by = BigInt(shift);
    const [root2, least2] = [a.middle << by, a.middle - a.radius << by].map(squareRoot);
    const spread = a.radius === 0n ? 1n : (a.radius << by) / least2 + 2n;
    const half = (a.exponent - shift) / 2;
    return rounded2(root2, spread, half, magnitude({ middle: root2, exponent: half }) + a.scale - magnitude(a));
  }
  function fixed({ middle, radius, exponent }) {
    const shift = exponent + inner;
    if (width(middle) + exponent > 50 || width(radius) + exponent > 50) return void 0;
    return shift >= 0 ? { value: middle << BigInt(shift), spread: radius << BigInt(shift) } : { value: middle >> BigInt(-shift), spread: (radius >> BigInt(-shift)) + 2n };
  }
  function exp(x) {
    const at = fixed(x);
    if (at === void 0 || at.spread > unit3 >> 2n) return void 0;
    const { value, doublings } = power4(at.value);
    return rounded2(value, 4n * at.spread + (1n << 20n), Number(doublings) - inner);
  }
  function log(x) {
    const least2 = x.middle - x.radius;
    if (least2 <= 0n) return void 0;
    const doublings = BigInt(x.exponent + width(x.middle) - 1);
    const value = logOfMantissa(x.middle) + (doublings * logOf2 >> 64n);
    const spread = x.radius === 0n ? 0n : (x.radius << point2) / least2 + 1n;
    return rounded2(value, spread + (1n << 21n), -inner, Math.max(0, magnitude({ middle: value, exponent: -inner })));
  }
  return {
    ratio,
    literal: (text2) => {
      const { over: over2, under } = fromDecimal(text2);
      return ratio(over2, under);
    },
    add: add2,
    negate: (a) => ({ ...a, middle: -a.middle }),
    multiply: (a, b) => multiply(a, b),
    invert,
    sqrt,
    exp: (a) => {
      const value = exp(a);
      return value && fits(value);
    },
    log,
    compare: (a, b) => signOf2(add2(a, { ...b, middle: -b.middle })),
    join: (a, b) => {
      const gap = add2(a, { ...b, middle: -b.middle });
      const radius = size(gap.middle) + gap.radius;
      return add2(a, { middle: 0n, radius, exponent: gap.exponent, scale: gap.scale });
    },
    floor: ({ middle, radius, exponent, scale: scale2 }) => {
      const [low, high] = [middle - radius, middle + radius].map((end) => whole2(end, exponent));
      if (low === void 0 || low !== high) return void 0;
      return { middle: low, radius: 0n, exponent: 0, scale: scale2 };
    }
  };
}
function signOf2({ middle, radius }) {
  if (middle === 0n && radius === 0n) return 0;
  return middle > radius ? 1 : -middle > radius ? -1 : void 0;
}
function digitsOfZero({ middle, radius, exponent, scale: scale2 }) {
  if (middle === 0n && radius === 0n) return Number.POSITIVE_INFINITY;
  return Math.floor((scale2 - magnitude({ middle: size(middle) + radius, exponent })) * Math.log10(2));
}
function toNumber2({ middle, exponent }) {
  const excess = Math.max(0, width(middle) - 60);
  const [short, power4] = [Number(middle >> BigInt(excess)), exponent + excess];
  const half = Math.trunc(power4 / 2);
  return short * 2 ** half * 2 ** (power4 - half);
}
var isZero = ({ middle, radius }) => middle === 0n && radius === 0n;
function magnitude({ middle, exponent }) {
  const excess = Math.max(0, width(middle) - 60);
  return Math.log2(Number(size(middle) >> BigInt(excess))) + excess + exponent;
}
function whole2(middle, exponent) {
  if (exponent > 4096) return void 0;
  return exponent >= 0 ? middle << BigInt(exponent) : middle >> BigInt(-exponent);
}

// src/algebra/prove/domain.ts
function assumption(text2) {
  const [left = "", order, right = "", ...more] = text2.split(/([<>]=?)/);
  if (order === void 0 || more.length > 0 || left.trim() === "" || right.trim() === "") {
    throw new Refusal(
      `Cannot read the assumption "${text2}": expected two formulas with one of >, <, >= and <= between them.`
    );
  }
  const [greater, smaller] = order.startsWith(">") ? [left, right] : [right, left];
  const says6 = `${left.trim()} ${order} ${right.trim()}`;
  return { says: says6, gap: binary("-", parse(greater), parse(smaller)), orEqual: order.endsWith("=") };
}
function domainOf(assumed) {
  return ["positive reals", assumed.map(({ says: says6 }) => says6).join(" and ")].filter((part3) => part3 !== "").join(" with ");
}
function holdsIn(arithmetic3, assumed, at) {
  return assumed.every(({ gap, orEqual }) => {
    const value = valueIn(arithmetic3, gap, at);
    if (value === void 0) return false;
    const sign = arithmetic3.compare(value, arithmetic3.literal("0"));
    return sign !== void 0 && (sign > 0 || orEqual && sign === 0);
  });
}

// src/algebra/prove/compare.ts
function exactly({ left, right, assumed }) {
  return {
    at: (point2) => {
      const [l, r] = [valueIn(unshortened, left, point2), valueIn(unshortened, right, point2)];
      if (l === void 0 || r === void 0) return void 0;
      if (unshortened.compare(l, r) === 0) return { equal: true, digits: Number.POSITIVE_INFINITY };
      const [shortL, shortR] = [fraction(l.over, l.under), fraction(r.over, r.under)];
      return { equal: false, left: toNumber(shortL), right: toNumber(shortR) };
    },
    inDomain: (point2) => holdsIn(unshortened, assumed, point2)
  };
}
function inIntervals({ left, right, assumed }, precision2) {
  const arithmetic3 = reals(precision2);
  const placed2 = (point2, use) => use(new Map([...point2].map(([name, { over: over2, under }]) => [name, arithmetic3.ratio(over2, under)])));
  return {
    at: (point2) => placed2(point2, (at) => {
      const [l, r] = [valueIn(arithmetic3, left, at), valueIn(arithmetic3, right, at)];
      if (l === void 0 || r === void 0) return void 0;
      const gap = arithmetic3.add(l, arithmetic3.negate(r));
      const sign = signOf2(gap);
      if (sign === void 0 || sign === 0) return { equal: true, digits: digitsOfZero(gap) };
      return { equal: false, left: toNumber2(l), right: toNumber2(r) };
    }),
    inDomain: (point2) => placed2(
      point2,
      (at) => holdsIn(
        arithmetic3,
        assumed,
        at
      )
    )
  };
}

// src/algebra/prove/cover.ts
var arithmetic = reals(320);
function covers({ chosen: chosen3 }, letters3, point2) {
  const at = /* @__PURE__ */ new Map();
  for (const [name, { over: over2, under }] of point2) at.set(name, arithmetic.ratio(over2, under));
  for (const { name, call: call2 } of letters3.atoms()) {
    const value = valueIn(arithmetic, call2, at);
    if (value !== void 0) at.set(name, value);
  }
  return chosen3.every(({ polynomial: polynomial2 }) => {
    const value = valueAt(polynomial2, letters3, at);
    return value !== void 0 && signOf2(value) === 1;
  });
}
function valueAt(polynomial2, letters3, at) {
  let sum2 = arithmetic.ratio(0n, 1n);
  for (const { factor, powers } of polynomial2.values()) {
    let term = arithmetic.ratio(factor, 1n);
    for (const [i, power4] of powers.entries()) {
      const value = power4 === 0 ? void 0 : at.get(letters3.nameOf(i));
      if (power4 > 0 && value === void 0) return void 0;
      for (let times5 = 0; times5 < power4; times5++) term = arithmetic.multiply(term, value);
    }
    sum2 = arithmetic.add(sum2, term);
  }
  return sum2;
}

// src/algebra/prove/regular.ts
function isRegular(assumed) {
  if (assumed.some(({ gap }) => calls(gap, jumps))) return false;
  const own = letters();
  const budget = { left: 1e4 };
  const quotientOf = quotients(own.indexOf, budget);
  const polynomials = assumed.filter(({ orEqual }) => orEqual).map(({ gap }) => {
    const quotient2 = calls(gap) ? void 0 : quotientOf(gap);
    return quotient2 !== void 0 && isPositive(quotient2.under, "strict", [], own) ? quotient2.over : void 0;
  });
  return polynomials.every((over2) => over2 !== void 0 && degree(over2) <= 1) || polynomials.every((over2) => over2 !== void 0 && over2.size <= 2);
}

// src/algebra/prove/sampler.ts
var patience = 64;
function sampler(names7, kinds, assumed, comparer, source14) {
  const any = (trial) => draw(names7, kinds[trial % kinds.length], source14);
  if (assumed.length === 0) return any;
  let base = firstOf(patience, any, comparer.inDomain);
  if (base === void 0) base = found(names7, assumed, comparer, source14);
  if (base === void 0) return () => void 0;
  const inside2 = base;
  return (trial) => {
    const drawn = any(trial);
    if (comparer.inDomain(drawn)) return drawn;
    return firstOf(40, (i) => drawnIn(inside2, drawn, 2 * i + 1), comparer.inDomain) ?? inside2;
  };
}
function firstOf(most3, at, holds) {
  for (let i = 0; i < most3; i++) {
    const point2 = at(i);
    if (holds(point2)) return point2;
  }
  return void 0;
}
function drawnIn(from, to, halvings) {
  const share = fraction(1n, 1n << BigInt(halvings));
  return new Map(
    [...from].map(([name, value]) => {
      const step = exact.add(to.get(name) ?? value, exact.negate(value));
      return [name, exact.add(value, exact.multiply(step, share))];
    })
  );
}
function found(names7, assumed, comparer, source14) {
  const inside2 = foundIn(true, names7, assumed, comparer, source14);
  if (inside2 !== "nowhere") return inside2;
  const edge = foundIn(false, names7, assumed, comparer, source14);
  if (edge === "nowhere") throw contradictory(assumed);
  return edge;
}
function foundIn(open2, names7, assumed, comparer, source14) {
  const own = letters();
  const budget = { left: 2e5 };
  let point2;
  let possible2 = false;
  try {
    eachCase({ left: number(0), right: number(0), assumed }, open2, own, budget, ({ conditions }) => {
      if (isEmpty(conditions, own, budget)) return true;
      possible2 = true;
      for (const candidate of pointsInside(conditions, names7, own, source14, budget)) {
        if (!comparer.inDomain(candidate)) continue;
        point2 = candidate;
        return false;
      }
      return true;
    });
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error;
    possible2 = true;
  }
  return possible2 ? point2 : "nowhere";
}
function contradictory(assumed) {
  const said2 = assumed.map(({ says: says6 }) => `"${says6}"`).join(" and ");
  return new Refusal(
    assumed.length > 1 ? `The assumptions ${said2} leave no room: no positive values fulfil them all.` : `The assumption ${said2} leaves no room: no positive values fulfil it.`
  );
}

// src/algebra/prove/size.ts
var largestDegree = 4096;
var mostParts = 2e4;
var deepest = 2e3;
var longestLiteral = 1200;
function isTooLarge(trees) {
  const count3 = { left: mostParts };
  if (!trees.every((tree) => isModest(tree, count3))) return true;
  const [left, right = left, ...gaps] = trees;
  return degreeOfDifference(left, right) > largestDegree || gaps.some((gap) => degreeOfDifference(gap, gap) > largestDegree);
}
function isModest(tree, count3, depth2 = 0) {
  if (--count3.left < 0 || depth2 > deepest) return false;
  if (tree.kind === "number") return tree.text.length <= longestLiteral && exponentOf(tree.text) <= longestLiteral;
  return parts(tree).every((part3) => isModest(part3, count3, depth2 + 1));
}
function exponentOf(text2) {
  return Math.abs(Number(text2.toLowerCase().split("e")[1] ?? "0"));
}

// src/algebra/random.ts
function random(seed) {
  let state = BigInt.asUintN(64, BigInt(Math.trunc(seed)));
  const bits64 = () => {
    state = BigInt.asUintN(64, state + 0x9e3779b97f4a7c15n);
    let mixed2 = BigInt.asUintN(64, (state ^ state >> 30n) * 0xbf58476d1ce4e5b9n);
    mixed2 = BigInt.asUintN(64, (mixed2 ^ mixed2 >> 27n) * 0x94d049bb133111ebn);
    return mixed2 ^ mixed2 >> 31n;
  };
  return { bits64, unit: () => Number(bits64() >> 11n) / 2 ** 53 };
}

// src/algebra/check.ts
function check(left, right, options = {}) {
  const assumed = (options.assume ?? []).map(assumption);
  const question = { left: treeOf(left), right: treeOf(right), assumed };
  return { kind: "verdict", ...judged(question, options), domain: domainOf(assumed) };
}
function treeOf(formula) {
  if (typeof formula === "string") return parse(formula);
  return formula.kind === "equation" ? expand(formula) : formula;
}
function judged(question, { seed = 1, trials = 12 }) {
  const trees = [question.left, question.right, ...question.assumed.map(({ gap }) => gap)];
  if (isTooLarge(trees)) return unknown("too-large");
  const certain = !trees.some((tree) => calls(tree, transcendental2));
  const names7 = [...trees.reduce((found2, tree) => namesIn(tree, found2), /* @__PURE__ */ new Set())];
  const source14 = random(seed);
  const comparer = certain ? exactly(question) : inIntervals(question, precision);
  const draw2 = sampler(names7, certain ? anySize : nearOne, question.assumed, comparer, source14);
  const plain2 = ![question.left, question.right].some((tree) => calls(tree));
  const judged2 = plain2 ? fractions(question, draw2, comparer, source14, trials) : void 0;
  return judged2 ?? inPieces(question, { names: names7, certain, comparer, draw: draw2, source: source14 });
}
function fractions(question, draw2, comparer, source14, trials) {
  const identity = identical(question.left, question.right, source14, trials);
  if (identity.trials === 0) return unknown("poles");
  if (identity.equal)
    return identity.trials < trials && identity.bound > 0 ? unknown("poles") : { verdict: "proved", trials: identity.trials, bound: identity.bound };
  const { found: found2, agreed } = sampled(draw2, comparer, 256, 256);
  return found2 ?? (agreed.length > 0 ? void 0 : unknown("domain"));
}
function inPieces(question, ways) {
  const { names: names7, certain, comparer, draw: draw2, source: source14 } = ways;
  const tried = sampled(draw2, comparer, enough, 4 * enough);
  if (tried.found !== void 0) return tried.found;
  const trees = [question.left, question.right];
  const smooth = certain && !trees.some((tree) => calls(tree, jumps)) && isRegular(question.assumed);
  const inside2 = byCases(question, names7, smooth, comparer, source14);
  const cases = inside2.cases > 0 ? inside2 : byCases(question, names7, false, comparer, source14);
  if (cases.refuted !== void 0) return different(cases.refuted.at, comparer, cases.refuted.compared);
  const counted2 = trees.some((tree) => calls(tree, armed)) ? { cases: cases.cases } : {};
  if (!cases.tooLarge && cases.stillOpen.length === 0) {
    return cases.trials === 0 ? unknown("poles") : { verdict: "proved", trials: cases.trials, bound: cases.bound, ...counted2 };
  }
  const open2 = cases.stillOpen[0];
  if (trees.some((tree) => calls(tree, whole))) return unknown("floor", open2);
  if (certain) return cases.tooLarge ? unknown("too-large", open2) : unknown("open-case", open2);
  return numerically(question, cases, tried, counted2);
}
function numerically(question, cases, tried, counted2) {
  const deeper = inIntervals(question, 7 * precision);
  for (const { at } of tried.agreed.slice(0, 2)) {
    const compared = deeper.at(at);
    if (compared?.equal === false) return different(at, deeper, compared);
  }
  const agreed = [...tried.agreed, ...cases.agreed];
  const sure = agreed.filter(({ at, digits }) => digits >= wantedDigits || digitsAt(deeper, at) >= wantedDigits);
  if (sure.length < enough) return unknown(agreed.length < enough ? "poles" : "precision");
  if (cases.tooLarge && counted2.cases !== void 0) return unknown("too-large", cases.stillOpen[0]);
  const open2 = cases.stillOpen.find((one5) => !sure.some(({ at }) => covers(one5, cases.letters, at)));
  if (open2 !== void 0) return unknown("open-case", open2);
  return { verdict: "numerically-equal", trials: sure.length, digits: wantedDigits, ...counted2 };
}
var precision = 320;
var wantedDigits = 60;
var enough = 24;
function digitsAt(comparer, point2) {
  const compared = comparer.at(point2);
  return compared?.equal === true ? compared.digits : 0;
}
function sampled(draw2, comparer, wanted2, most3) {
  const agreed = [];
  let found2;
  for (let trial = 0; trial < most3 && agreed.length < wanted2; trial++) {
    const at = draw2(trial);
    const compared = at && comparer.at(at);
    if (at === void 0 || compared === void 0) continue;
    if (compared.equal) {
      agreed.push({ at, digits: compared.digits });
      continue;
    }
    const shows = compared.left !== compared.right;
    if (shows || found2 === void 0) found2 = different(at, comparer, compared);
    if (shows || trial > 12) return { found: found2, agreed };
  }
  return found2 === void 0 ? { agreed } : { found: found2, agreed };
}
function different(at, comparer, compared) {
  let said2 = compared;
  const shows = (point2) => {
    const now = comparer.inDomain(point2) ? comparer.at(point2) : void 0;
    if (now?.equal !== false || now.left === now.right) return false;
    said2 = now;
    return true;
  };
  const witness = Object.fromEntries([...plainer(at, shows)].map(([name, value]) => [name, toNumber(value)]));
  return { verdict: "different", witness, left: said2.left, right: said2.right };
}
function unknown(reason, open2) {
  return { verdict: "unknown", reason, ...open2 && open2.says !== "" && { case: open2.says } };
}

// src/algebra/simplify.ts
function tidy(expression) {
  if (expression.kind === "negate") return negated2(tidy(expression.of));
  if (expression.kind === "call") return { ...expression, args: parts(expression).map(tidy) };
  if (expression.kind !== "binary") return expression;
  const [left, right] = [tidy(expression.left), tidy(expression.right)];
  switch (expression.operator) {
    case "+":
      if (isNumber(left, 0)) return right;
      if (isNumber(right, 0)) return left;
      return right.kind === "negate" ? tidy(binary("-", left, right.of)) : binary("+", left, right);
    case "-":
      if (isNumber(right, 0)) return left;
      if (isNumber(left, 0)) return negated2(right);
      return right.kind === "negate" ? binary("+", left, right.of) : binary("-", left, right);
    case "*":
      return product(left, right);
    case "/":
      return isNumber(left, 0) || isNumber(right, 1) ? left : binary("/", left, right);
    case "^":
      if (isNumber(right, 0)) return number(1);
      return isNumber(right, 1) ? left : binary("^", left, right);
  }
}
function product(left, right) {
  if (isNumber(left, 0) || isNumber(right, 1)) return left;
  if (isNumber(right, 0) || isNumber(left, 1)) return right;
  if (left.kind === "negate") return negated2(product(left.of, right));
  if (right.kind === "negate") return negated2(product(left, right.of));
  return binary("*", left, right);
}
function negated2(of) {
  if (of.kind === "negate") return of.of;
  return isNumber(of, 0) ? of : { kind: "negate", of };
}
function isNumber(expression, value) {
  return expression.kind === "number" && expression.value === value;
}

// src/algebra/prepared.ts
var pages = /* @__PURE__ */ new WeakMap();
function prepared2(equation2, mine, at, known7 = []) {
  const page = pageOf(equation2, mine);
  page.equation ??= replaced(equation2, mine);
  page.under ??= namesUnder(page.equation);
  let key = "";
  for (const name of page.under) if (at[name] !== void 0 || known7.includes(name)) key += `${name} `;
  const left = page.left.get(key);
  if (left !== void 0) return left;
  const fresh = given(page.equation, key.split(" "));
  page.left.set(key, fresh);
  return fresh;
}
function pageOf(equation2, mine) {
  let book = pages.get(equation2);
  if (book === void 0) {
    book = { names: [...namesUnder(equation2), equation2.name], first: emptyPage() };
    pages.set(equation2, book);
  }
  let page = book.first;
  for (const name of book.names) {
    const own = mine[name];
    if (own !== void 0) page = nextPage(page, name, own);
  }
  return page;
}
function nextPage({ next }, name, own) {
  let owners = next.get(name);
  if (owners === void 0) {
    owners = /* @__PURE__ */ new WeakMap();
    next.set(name, owners);
  }
  let page = owners.get(own);
  if (page === void 0) {
    page = emptyPage();
    owners.set(own, page);
  }
  return page;
}
var emptyPage = () => ({ next: /* @__PURE__ */ new Map(), left: /* @__PURE__ */ new Map() });
function namesUnder(equation2) {
  return lineage(equation2).flatMap(({ name }) => name === equation2.name ? [] : [name]);
}

// src/algebra/linear.ts
var zero2 = number(0);
var one4 = number(1);
var flat = (value) => ({ slope: zero2, intercept: value });
function ratioOf2(expression, x) {
  if (!namesIn(expression).has(x)) return { over: flat(expression), under: flat(one4) };
  if (expression.kind === "name") return { over: { slope: one4, intercept: zero2 }, under: flat(one4) };
  if (expression.kind === "negate")
    return map(ratioOf2(expression.of, x), ({ over: over2, under }) => ({ over: scale(over2, number(-1)), under }));
  if (expression.kind !== "binary" || expression.operator === "^") return void 0;
  const [left, right] = [ratioOf2(expression.left, x), ratioOf2(expression.right, x)];
  if (left === void 0 || right === void 0) return void 0;
  if (expression.operator === "*") return both(times3(left.over, right.over), times3(left.under, right.under));
  if (expression.operator === "/") return both(times3(left.over, right.under), times3(left.under, right.over));
  return sum(left, right, expression.operator);
}
function sum(left, right, operator) {
  const [a, b, under] = [times3(left.over, right.under), times3(right.over, left.under), times3(left.under, right.under)];
  if (a === void 0 || b === void 0) return void 0;
  const over2 = {
    slope: tidy(binary(operator, a.slope, b.slope)),
    intercept: tidy(binary(operator, a.intercept, b.intercept))
  };
  return both(over2, under);
}
function times3(left, right) {
  if (isZero2(right.slope)) return scale(left, right.intercept);
  if (isZero2(left.slope)) return scale(right, left.intercept);
  return void 0;
}
function scale(line, by) {
  return { slope: tidy(binary("*", line.slope, by)), intercept: tidy(binary("*", line.intercept, by)) };
}
function isZero2(expression) {
  return expression.kind === "number" && expression.value === 0;
}
function both(over2, under) {
  return over2 === void 0 || under === void 0 ? void 0 : { over: over2, under };
}
function map(value, change) {
  return value === void 0 ? void 0 : change(value);
}

// src/derivations/passBytes.ts
var passBytes_exports = {};
__export(passBytes_exports, {
  freeMemory: () => freeMemory,
  places: () => places,
  sequenceBytes: () => sequenceBytes,
  sequenceBytesKept: () => sequenceBytesKept,
  sequenceBytesRead: () => sequenceBytesRead,
  sequencesThatFit: () => sequencesThatFit,
  weightBytesKept: () => weightBytesKept,
  weightBytesRead: () => weightBytesRead
});

// src/derivations/vocabulary.ts
var vocabulary_exports = {};
__export(vocabulary_exports, {
  activeParams: () => activeParams,
  attentionSlowdown: () => attentionSlowdown,
  bandwidthUse: () => bandwidthUse,
  batch: () => batch,
  bytesPerElement: () => bytesPerElement,
  bytesPerParam: () => bytesPerParam,
  bytesPerToken: () => bytesPerToken,
  capitalCost: () => capitalCost,
  context: () => context,
  devicePrice: () => devicePrice,
  devices: () => devices,
  driveWritesPerDay: () => driveWritesPerDay,
  energyPrice: () => energyPrice,
  fill: () => fill,
  flops: () => flops,
  flopsPerPair: () => flopsPerPair,
  flopsPerParam: () => flopsPerParam,
  headDim: () => headDim,
  holdTime: () => holdTime,
  keysAndValues: () => keysAndValues,
  kvHeads: () => kvHeads,
  landing: () => landing,
  latentDim: () => latentDim,
  latentsPerToken: () => latentsPerToken,
  layers: () => layers,
  lifetime: () => lifetime,
  memoryBandwidth: () => memoryBandwidth,
  memoryCapacity: () => memoryCapacity,
  memoryShare: () => memoryShare,
  mfu: () => mfu,
  passLength: () => passLength,
  pathBandwidth: () => pathBandwidth,
  power: () => power3,
  pue: () => pue,
  purchasePrice: () => purchasePrice,
  queryHeads: () => queryHeads,
  ratedWorkload: () => ratedWorkload,
  requestTime: () => requestTime,
  reuses: () => reuses,
  ropeDim: () => ropeDim,
  stall: () => stall,
  tierBandwidth: () => tierBandwidth,
  tierCapacity: () => tierCapacity,
  tierPrice: () => tierPrice,
  totalParams: () => totalParams,
  waitPrice: () => waitPrice
});
var layers = input("layers", {
  symbol: "L",
  unit: "1",
  says: "attention layers whose cache grows with the context"
});
var kvHeads = input("kvHeads", { symbol: "n_{kv}", unit: "1", says: "key/value heads per layer" });
var queryHeads = input("queryHeads", { symbol: "n_q", unit: "1", says: "query heads per layer" });
var headDim = input("headDim", {
  symbol: "d_h",
  unit: "1",
  says: "width of one head (mean of key and value widths)"
});
var latentDim = input("latentDim", {
  symbol: "d_c",
  unit: "1",
  says: "width of the compressed latent in multi-head latent attention"
});
var ropeDim = input("ropeDim", {
  symbol: "d_r",
  unit: "1",
  says: "width of the rotary key stored beside the latent"
});
var activeParams = input("activeParams", {
  symbol: "N_a",
  unit: "1",
  says: "parameters a token passes through"
});
var totalParams = input("totalParams", { symbol: "N", unit: "1", says: "all parameters" });
var bytesPerElement = input("bytesPerElement", {
  symbol: "w_{kv}",
  unit: "B",
  says: "bytes of one cached number"
});
var bytesPerParam = input("bytesPerParam", { symbol: "w", unit: "B", says: "bytes of one stored parameter" });
var bytesPerToken = input("bytesPerToken", {
  symbol: "b",
  unit: "B/token",
  says: "KV-cache bytes one token adds, whatever the architecture"
});
var batch = input("batch", { symbol: "B", unit: "1", says: "sequences in a step" });
var context = input("context", { symbol: "c", unit: "token", says: "tokens of a sequence already seen" });
var passLength = input("passLength", {
  symbol: "\\ell",
  unit: "token",
  says: "new tokens of each sequence in a pass (1 in decode)"
});
var attentionSlowdown = input("attentionSlowdown", {
  symbol: "\\zeta",
  unit: "1",
  says: "how many times slower attention's arithmetic runs than the weights': 2 for bf16 attention beside fp8 weights"
});
var flops = input("flops", { symbol: "F", unit: "FLOP/s", says: "peak dense arithmetic rate of one device" });
var mfu = input("mfu", {
  symbol: "\\eta",
  unit: "1",
  says: "model FLOPs utilization: share of the peak a forward pass reaches"
});
var memoryBandwidth = input("memoryBandwidth", {
  symbol: "W_m",
  unit: "B/s",
  says: "HBM bandwidth of one device"
});
var memoryCapacity = input("memoryCapacity", {
  symbol: "C_m",
  unit: "B",
  says: "HBM capacity of one device, as its driver reports it"
});
var devicePrice = input("devicePrice", {
  symbol: "p_d",
  unit: "USD/s",
  says: "what one device costs while it is ours"
});
var devices = input("devices", { symbol: "n_d", unit: "1", says: "devices that serve the model together" });
var memoryShare = input("memoryShare", {
  symbol: "\\mu",
  unit: "1",
  says: "share of the device's price charged to its memory"
});
var tierCapacity = input("tierCapacity", { symbol: "C", unit: "B", says: "capacity of the tier" });
var tierBandwidth = input("tierBandwidth", { symbol: "W", unit: "B/s", says: "read bandwidth of the tier" });
var tierPrice = input("tierPrice", {
  symbol: "p_t",
  unit: "USD/s",
  says: "what the tier costs while it is ours"
});
var pathBandwidth = input("pathBandwidth", {
  symbol: "W_p",
  unit: "B/s",
  says: "bandwidth of the link or network between tier and HBM"
});
var fill = input("fill", { symbol: "\\phi", unit: "1", says: "share of the tier that holds useful bytes" });
var driveWritesPerDay = input("driveWritesPerDay", {
  symbol: "k",
  unit: "1/s",
  says: "full-drive writes per unit of time the flash survives over its life"
});
var purchasePrice = input("purchasePrice", { symbol: "P", unit: "USD", says: "what the part costs to buy" });
var lifetime = input("lifetime", { symbol: "\\tau", unit: "s", says: "time over which a part is written off" });
var power3 = input("power", { symbol: "Q", unit: "J/s", says: "electrical power the part draws" });
var energyPrice = input("energyPrice", { symbol: "e", unit: "USD/J", says: "price of electrical energy" });
var pue = input("pue", {
  symbol: "\\upsilon",
  unit: "1",
  says: "power usage effectiveness: energy of the building over energy of its machines"
});
var capitalCost = input("capitalCost", {
  symbol: "i",
  unit: "1",
  says: "cost of capital: what the money of a purchase would have earned in a year, as a share of it"
});
var bandwidthUse = input("bandwidthUse", {
  symbol: "\\phi_W",
  unit: "1",
  says: "share of the bandwidth of a tier that traffic may be planned for"
});
var ratedWorkload = input("ratedWorkload", {
  symbol: "W_y",
  unit: "B/s",
  says: "bytes a disk is rated to read and write, on average over a year"
});
var holdTime = input("holdTime", { symbol: "T", unit: "s", says: "time the conversation is quiet" });
var reuses = input("reuses", {
  symbol: "r",
  unit: "1",
  says: "expected uses per hold: below 1 the user may not return, above 1 a shared prefix"
});
var stall = input("stall", {
  symbol: "\\sigma",
  unit: "1",
  says: "stalled device-seconds over load time times devices: 0 hidden, 1 everything waits"
});
var landing = input("landing", {
  symbol: "\\lambda_m",
  unit: "1",
  says: "share of the load time for which a landing cache takes its room: 1 allocated at once, 1/2 as it streams in, 0 not counted"
});
var waitPrice = input("waitPrice", {
  symbol: "p_u",
  unit: "USD/s",
  says: "what a second of a waiting user is worth"
});
var requestTime = input("requestTime", {
  symbol: "t_0",
  unit: "s",
  says: "fixed time of a request in an engine, beside its arithmetic"
});
var keysAndValues = constant("keysAndValues", 2, {
  unit: "1/token",
  says: "one key and one value vector per token"
});
var latentsPerToken = constant("latentsPerToken", 1, {
  unit: "1/token",
  says: "one latent per token, read as key and as value"
});
var flopsPerParam = constant("flopsPerParam", 2, {
  unit: "FLOP/token",
  says: "one multiply and one add per parameter and token"
});
var flopsPerPair = constant("flopsPerPair", 4, {
  unit: "FLOP/token^2",
  says: "a multiply-add for the score and one for the weighted value, per pair of tokens and head element"
});

// src/derivations/passBytes.ts
var source = "pope2026 00:00";
var weightBytesKept = equation("weightBytesKept", {
  symbol: "M_N",
  unit: "B",
  says: "bytes of weights on all devices together: here one copy, all parameters in one precision",
  inputs: { totalParams, bytesPerParam },
  expression: "totalParams * bytesPerParam",
  source
});
var weightBytesRead = equation("weightBytesRead", {
  symbol: "V_N",
  unit: "B",
  says: "bytes of weights a pass reads on all devices together: here every weight once, as a dense model or a large batch does",
  inputs: { totalParams, bytesPerParam },
  expression: "totalParams * bytesPerParam",
  source
});
var sequenceBytes = equation("sequenceBytes", {
  symbol: "M_1",
  unit: "B",
  says: "bytes of the KV cache of one sequence, one copy: here the same for every token, as full attention keeps it",
  inputs: { context, bytesPerToken },
  expression: "context * bytesPerToken",
  source: "pope2026 01:45"
});
var sequenceBytesKept = equation("sequenceBytesKept", {
  symbol: "M_1'",
  unit: "B",
  says: "bytes the KV cache of one sequence takes on all devices together: here one copy",
  inputs: { sequenceBytes },
  expression: "sequenceBytes",
  source: "vLLM, tensor parallelism wider than the heads copies them"
});
var sequenceBytesRead = equation("sequenceBytesRead", {
  symbol: "V_1",
  unit: "B",
  says: "bytes of the KV cache of one sequence that a pass reads on all devices together: here all it keeps, one copy",
  inputs: { sequenceBytes },
  expression: "sequenceBytes",
  source
});
var places = equation("places", {
  symbol: "B'",
  unit: "1",
  says: "sequences a pass makes room for: more than the batch where they are dealt out to ranks and the fullest holds up the others",
  inputs: { batch },
  expression: "batch",
  source: "data-parallel attention and pipelines deal out whole sequences"
});
var freeMemory = equation("freeMemory", {
  symbol: "M_f",
  unit: "B",
  says: "HBM that the weights leave free for caches, on all devices together",
  inputs: { devices, memoryCapacity, weightBytesKept },
  expression: "devices * memoryCapacity - weightBytesKept",
  source: "pope2026 01:03"
});
var sequencesThatFit = equation("sequencesThatFit", {
  symbol: "B_f",
  unit: "1",
  says: "sequences whose caches fit into HBM beside the weights",
  inputs: { freeMemory, sequenceBytesKept },
  expression: "freeMemory / sequenceBytesKept",
  source: "pope2026 01:03"
});

// src/derivations/passFlops.ts
var passFlops_exports = {};
__export(passFlops_exports, {
  attentionFlops: () => attentionFlops,
  forwardFlops: () => forwardFlops,
  latentAttentionFlops: () => latentAttentionFlops,
  passFlops: () => passFlops,
  prefillFlops: () => prefillFlops,
  tokenFlops: () => tokenFlops
});
var forwardFlops = equation("forwardFlops", {
  symbol: "f",
  unit: "FLOP/token",
  says: "arithmetic of the weights for one token; the attention term is left out",
  inputs: { flopsPerParam, activeParams },
  expression: "flopsPerParam * activeParams",
  source: "pope2026 00:00",
  from: "counting multiplies and adds in a matrix product"
});
var attentionFlops = equation("attentionFlops", {
  symbol: "a",
  unit: "FLOP/token",
  says: "arithmetic of attention for one token that sees `context` tokens, full attention in every layer",
  inputs: { flopsPerPair, layers, queryHeads, headDim, context },
  expression: "flopsPerPair * layers * queryHeads * headDim * context",
  source: "scaling-book, transformer math"
});
var prefillFlops = equation("prefillFlops", {
  symbol: "\\bar f",
  unit: "FLOP/token",
  says: "mean arithmetic per token over a prompt of `context` tokens: causal, so on average half of them are seen",
  inputs: { forwardFlops, attentionFlops },
  expression: "forwardFlops + attentionFlops / 2",
  source: "scaling-book, transformer math"
});
var latentAttentionFlops = equation("latentAttentionFlops", {
  symbol: "a_c",
  unit: "FLOP/token",
  says: "arithmetic of latent attention for one decoded token that sees `context` tokens, scores and sums over the latents as they lie",
  inputs: { flopsPerPair, layers, queryHeads, latentDim, ropeDim, context },
  expression: "flopsPerPair * layers * queryHeads * (latentDim + ropeDim / 2) * context",
  source: "DeepSeek-V2, arXiv:2405.04434, section 2.1, up-projections absorbed"
});
var tokenFlops = equation("tokenFlops", {
  symbol: "g",
  unit: "FLOP/token",
  says: "arithmetic of one new token of a pass: here that of the weights, as at short contexts; at a point, attention is in it",
  inputs: { forwardFlops },
  expression: "forwardFlops",
  source: "pope2026 00:00"
});
var passFlops = equation("passFlops", {
  symbol: "G",
  unit: "FLOP",
  says: "arithmetic of a whole pass",
  inputs: { batch, passLength, tokenFlops },
  expression: "batch * passLength * tokenFlops",
  source: "pope2026 00:00"
});

// src/derivations/roofline.ts
var roofline_exports = {};
__export(roofline_exports, {
  attentionSlope: () => attentionSlope,
  balancedBatch: () => balancedBatch,
  balancedContext: () => balancedContext,
  balancedContextWithAttention: () => balancedContextWithAttention,
  computeTime: () => computeTime,
  kvTime: () => kvTime,
  machineBalance: () => machineBalance,
  stepTime: () => stepTime,
  tokenCost: () => tokenCost,
  tokensPerSecond: () => tokensPerSecond,
  weightTime: () => weightTime
});
var source2 = "pope2026 00:00";
var computeTime = equation("computeTime", {
  symbol: "t_c",
  unit: "s",
  says: "time of the arithmetic of a pass at the peak rate of all devices",
  inputs: { passFlops, devices, flops },
  expression: "passFlops / (devices * flops)",
  source: source2
});
var weightTime = equation("weightTime", {
  symbol: "t_w",
  unit: "s",
  says: "time to read the weights a pass needs: every weight once, unless fewer experts are touched",
  inputs: { weightBytesRead, devices, memoryBandwidth },
  expression: "weightBytesRead / (devices * memoryBandwidth)",
  source: source2
});
var kvTime = equation("kvTime", {
  symbol: "t_{kv}",
  unit: "s",
  says: "time to read what a pass needs of the KV cache of every sequence",
  inputs: { places, sequenceBytesRead, devices, memoryBandwidth },
  expression: "places * sequenceBytesRead / (devices * memoryBandwidth)",
  source: source2
});
var stepTime = equation("stepTime", {
  symbol: "t",
  unit: "s",
  says: "least time of a pass: arithmetic and memory traffic overlap perfectly",
  inputs: { computeTime, weightTime, kvTime },
  expression: "max(computeTime, weightTime + kvTime)",
  source: source2
});
var machineBalance = equation("machineBalance", {
  symbol: "\\beta",
  unit: "FLOP/B",
  says: "arithmetic a device can do per byte it reads",
  inputs: { flops, memoryBandwidth },
  expression: "flops / memoryBandwidth",
  source: source2
});
var balancedBatch = equation("balancedBatch", {
  symbol: "B^*",
  unit: "1",
  says: "batch at which reading the weights takes as long as the arithmetic",
  inputs: { machineBalance, weightBytesRead, tokenFlops, passLength },
  expression: "machineBalance * weightBytesRead / (tokenFlops * passLength)",
  source: source2,
  from: "setting the time of the weights equal to that of the arithmetic"
});
var balancedContext = equation("balancedContext", {
  symbol: "c^*",
  unit: "token",
  says: "context at which reading the KV cache takes as long as the arithmetic, that of attention left out",
  inputs: { passLength, forwardFlops, machineBalance, bytesPerToken },
  expression: "passLength * forwardFlops / (machineBalance * bytesPerToken)",
  source: "pope2026 01:45",
  from: "setting the time of the caches equal to that of the arithmetic; the batch cancels"
});
var attentionSlope = equation("attentionSlope", {
  symbol: "a'",
  unit: "FLOP/token^2",
  says: "arithmetic of attention that a new token adds for each further token of context, at the rate of the weights",
  inputs: { attentionFlops, attentionSlowdown, context },
  expression: "attentionSlowdown * attentionFlops / context",
  source: "scaling-book, transformer math"
});
var balancedContextWithAttention = equation("balancedContextWithAttention", {
  symbol: "c^*_a",
  unit: "token",
  says: "the same with the arithmetic of attention, which grows with the context too: where it outruns the reading there is none, and the result is negative",
  inputs: { passLength, forwardFlops, machineBalance, bytesPerToken, attentionSlope },
  expression: "passLength * forwardFlops / (machineBalance * bytesPerToken - passLength * attentionSlope)",
  source: "pope2026 01:45"
});
var tokenCost = equation("tokenCost", {
  symbol: "q",
  unit: "USD/token",
  says: "what a token of the pass costs at the least",
  inputs: { stepTime, devices, devicePrice, batch, passLength },
  expression: "stepTime * devices * devicePrice / (batch * passLength)",
  source: source2
});
var tokensPerSecond = equation("tokensPerSecond", {
  symbol: "R",
  unit: "token/s",
  says: "tokens per second of all sequences together, at the most",
  inputs: { batch, passLength, stepTime },
  expression: "batch * passLength / stepTime",
  source: source2
});

// src/derivations/batching.ts
var source3 = "pope2026 00:00";
var computeCost = equation("computeCost", {
  symbol: "q_c",
  unit: "USD/token",
  says: "what the arithmetic of a token costs, the same at any batch",
  inputs: { computeTime, devices, devicePrice, batch, passLength },
  expression: "computeTime * devices * devicePrice / (batch * passLength)",
  source: source3
});
var weightCost = equation("weightCost", {
  symbol: "q_w",
  unit: "USD/token",
  says: "a token's share of reading the weights, which falls as 1/batch",
  inputs: { weightTime, devices, devicePrice, batch, passLength },
  expression: "weightTime * devices * devicePrice / (batch * passLength)",
  source: source3
});
var kvCost = equation("kvCost", {
  symbol: "q_{kv}",
  unit: "USD/token",
  says: "what reading its own KV cache costs a token, the same at any batch",
  inputs: { kvTime, devices, devicePrice, batch, passLength },
  expression: "kvTime * devices * devicePrice / (batch * passLength)",
  source: source3
});
var costFloor = equation("costFloor", {
  symbol: "q_\\infty",
  unit: "USD/token",
  says: "what a token costs when the batch is so large that the weights are read for nothing",
  inputs: { computeCost, kvCost },
  expression: "max(computeCost, kvCost)",
  source: source3
});
var batchPenalty = equation("batchPenalty", {
  symbol: "\\pi",
  unit: "1",
  says: "how many times its floor a token costs at this batch",
  inputs: { tokenCost, costFloor },
  expression: "tokenCost / costFloor",
  source: source3
});
var balancedBatchAtContext = equation("balancedBatchAtContext", {
  symbol: "B^*_c",
  unit: "1",
  says: "batch at which reading weights and KV cache together takes as long as the arithmetic; there is none beyond the balanced context",
  inputs: { weightBytesRead, passLength, tokenFlops, machineBalance, sequenceBytesRead },
  expression: "weightBytesRead / (passLength * tokenFlops / machineBalance - sequenceBytesRead)",
  source: source3
});
var rooflineUtilization = equation("rooflineUtilization", {
  symbol: "\\eta_{max}",
  unit: "1",
  says: "share of the peak arithmetic rate that a pass can reach at the most",
  inputs: { computeTime, stepTime },
  expression: "computeTime / stepTime",
  source: source3
});
var stepsAtWorst = constant("stepsAtWorst", 2, {
  unit: "1",
  says: "the whole step a request just missed, and its own"
});
var stepsOnAverage = constant("stepsOnAverage", 1.5, {
  unit: "1",
  says: "half a step of waiting on average, and its own"
});
var worstWait = equation("worstWait", {
  symbol: "t_{max}",
  unit: "s",
  says: "longest time to the next token where a step departs as soon as the last one ends",
  inputs: { stepsAtWorst, stepTime },
  expression: "stepsAtWorst * stepTime",
  source: source3
});
var meanWait = equation("meanWait", {
  symbol: "\\bar t",
  unit: "s",
  says: "mean time to the next token for requests that come at random",
  inputs: { stepsOnAverage, stepTime },
  expression: "stepsOnAverage * stepTime",
  source: source3
});
var serviceTokensPerSecond = input("serviceTokensPerSecond", {
  symbol: "R_s",
  unit: "token/s",
  says: "tokens per second of a whole service"
});
var trafficShare = equation("trafficShare", {
  symbol: "\\rho",
  unit: "1",
  says: "share of a service that one system of this batch carries",
  inputs: { tokensPerSecond, serviceTokensPerSecond },
  expression: "tokensPerSecond / serviceTokensPerSecond",
  source: source3
});
var speedFactor = input("speedFactor", {
  symbol: "s",
  unit: "1",
  says: "how many times faster a fast mode streams"
});
var priceFactor = input("priceFactor", {
  symbol: "p",
  unit: "1",
  says: "how many times dearer a token of a fast mode is"
});
var fastBatchRatio = equation("fastBatchRatio", {
  symbol: "r_B",
  unit: "1",
  says: "how many times smaller the batch of a fast mode is, if batch size is all that differs",
  inputs: { speedFactor, priceFactor },
  expression: "speedFactor * priceFactor",
  source: source3
});
var fastSpeedLimit = equation("fastSpeedLimit", {
  symbol: "s_{max}",
  unit: "1",
  says: "how many times faster than the normal mode any smaller batch can be: then only the weights are read",
  inputs: { speedFactor, priceFactor },
  expression: "speedFactor + (speedFactor - 1) / (priceFactor - 1)",
  source: source3
});

// src/derivations/cacheBytes.ts
var cacheBytes_exports = {};
__export(cacheBytes_exports, {
  groupedQueryBytes: () => groupedQueryBytes,
  latentBytes: () => latentBytes
});
var groupedQueryBytes = equation("groupedQueryBytes", {
  symbol: "b",
  unit: "B/token",
  says: "KV-cache bytes one token adds, grouped-query attention (multi-head and multi-query are its ends)",
  inputs: { keysAndValues, layers, kvHeads, headDim, bytesPerElement },
  expression: "keysAndValues * layers * kvHeads * headDim * bytesPerElement",
  source: "pope2026 01:45",
  from: "counting the vectors a token leaves behind"
});
var latentBytes = equation("latentBytes", {
  symbol: "b",
  unit: "B/token",
  says: "KV-cache bytes one token adds, multi-head latent attention (one latent, stored once)",
  inputs: { latentsPerToken, layers, latentDim, ropeDim, bytesPerElement },
  expression: "latentsPerToken * layers * (latentDim + ropeDim) * bytesPerElement",
  source: "DeepSeek-V3, ISCA 2025, arXiv:2505.09343, table 1"
});

// src/derivations/crossovers.ts
var crossovers_exports = {};
__export(crossovers_exports, {
  farHoldPrice: () => farHoldPrice,
  farOnce: () => farOnce,
  memoryRematCrossover: () => memoryRematCrossover,
  nearHoldPrice: () => nearHoldPrice,
  nearOnce: () => nearOnce,
  rematCrossover: () => rematCrossover,
  tierCrossover: () => tierCrossover
});

// src/derivations/keepOrRemat.ts
var keepOrRemat_exports = {};
__export(keepOrRemat_exports, {
  fleetKeepCost: () => fleetKeepCost,
  forgetCost: () => forgetCost,
  holdCost: () => holdCost,
  keepCost: () => keepCost,
  rematCost: () => rematCost,
  rematCostAt: () => rematCostAt,
  rematTime: () => rematTime,
  rematTimeAt: () => rematTimeAt,
  retrieveCost: () => retrieveCost,
  retrieveCostOverPath: () => retrieveCostOverPath,
  writeCost: () => writeCost
});

// src/derivations/tierPrices.ts
var tierPrices_exports = {};
__export(tierPrices_exports, {
  amortizedPrice: () => amortizedPrice,
  annualizedPrice: () => annualizedPrice,
  capitalFactor: () => capitalFactor,
  drainTime: () => drainTime,
  holdPrice: () => holdPrice,
  memoryHoldPrice: () => memoryHoldPrice,
  memoryHoldPriceAfterWeights: () => memoryHoldPriceAfterWeights,
  retrievePrice: () => retrievePrice,
  sustainedRetrievePrice: () => sustainedRetrievePrice,
  wearPrice: () => wearPrice,
  workloadPrice: () => workloadPrice,
  yearOfCapital: () => yearOfCapital
});
var source4 = "pope2026 01:55";
var yearOfCapital = constant("yearOfCapital", 31557600, {
  unit: "s",
  says: "a year, after which capital has cost what it costs"
});
var drainTime = equation("drainTime", {
  symbol: "D",
  unit: "s",
  says: "time to read the whole tier once",
  inputs: { tierCapacity, tierBandwidth },
  expression: "tierCapacity / tierBandwidth",
  source: source4,
  from: "reading at full rate until everything is read"
});
var amortizedPrice = equation("amortizedPrice", {
  symbol: "p_t",
  unit: "USD/s",
  says: "purchase price spread over the life of the part, plus the energy it draws",
  inputs: { purchasePrice, lifetime, power: power3, energyPrice },
  expression: "purchasePrice / lifetime + power * energyPrice",
  source: "straight-line depreciation"
});
var capitalFactor = equation("capitalFactor", {
  symbol: "a",
  unit: "1",
  says: "what a purchase costs over its life, paid back in yearly parts with the cost of capital, over its price",
  inputs: { lifetime, yearOfCapital, capitalCost },
  expression: "lifetime / yearOfCapital * capitalCost / (1 - exp(-(lifetime / yearOfCapital) * log(1 + capitalCost)))",
  source: "annuity in arrears"
});
var annualizedPrice = equation("annualizedPrice", {
  symbol: "p_t'",
  unit: "USD/s",
  says: "what a part costs with the cost of the capital in it and the cooling of the power it draws",
  inputs: { capitalFactor, purchasePrice, lifetime, power: power3, energyPrice, pue },
  expression: "capitalFactor * purchasePrice / lifetime + power * energyPrice * pue",
  source: "annuity in arrears"
});
var holdPrice = equation("holdPrice", {
  symbol: "h",
  unit: "USD/(B*s)",
  says: "price of holding a byte for a second",
  inputs: { tierPrice, tierCapacity, fill },
  expression: "tierPrice / (tierCapacity * fill)",
  source: source4,
  from: "sharing the tier's rent among the bytes it holds"
});
var memoryHoldPrice = equation("memoryHoldPrice", {
  symbol: "h_m",
  unit: "USD/(B*s)",
  says: "price of holding a byte in HBM for a second, all bytes of the device counted",
  inputs: { devicePrice, memoryShare, memoryCapacity },
  expression: "devicePrice * memoryShare / memoryCapacity",
  source: source4
});
var memoryHoldPriceAfterWeights = equation("memoryHoldPriceAfterWeights", {
  symbol: "h_m'",
  unit: "USD/(B*s)",
  says: "price of holding a byte in HBM for a second, only the bytes the weights leave free counted",
  inputs: { devices, devicePrice, memoryShare, freeMemory },
  expression: "devices * devicePrice * memoryShare / freeMemory",
  source: source4
});
var retrievePrice = equation("retrievePrice", {
  symbol: "r_t",
  unit: "USD/B",
  says: "price of reading a byte: the tier's price for the time its bandwidth is used",
  inputs: { tierPrice, tierBandwidth },
  expression: "tierPrice / tierBandwidth",
  source: source4,
  from: "sharing the tier's rent among the bytes it can read"
});
var sustainedRetrievePrice = equation("sustainedRetrievePrice", {
  symbol: "r_t'",
  unit: "USD/B",
  says: "price of reading a byte where the bandwidth may be used in part only, or for so many bytes a year",
  inputs: { tierPrice, tierBandwidth, bandwidthUse, ratedWorkload },
  expression: "tierPrice / min(tierBandwidth * bandwidthUse, ratedWorkload)",
  source: "workload rating of nearline disks in bytes a year, reads and writes together"
});
var workloadPrice = equation("workloadPrice", {
  symbol: "y_t",
  unit: "USD/B",
  says: "price of writing a byte to a disk: the share of the year's rated workload the write uses up",
  inputs: { tierPrice, ratedWorkload },
  expression: "tierPrice / ratedWorkload",
  source: "workload rating of nearline disks in bytes a year, reads and writes together"
});
var wearPrice = equation("wearPrice", {
  symbol: "x_t",
  unit: "USD/B",
  says: "price of writing a byte to flash: the share of its life the write uses up",
  inputs: { tierPrice, tierCapacity, driveWritesPerDay },
  expression: "tierPrice / (tierCapacity * driveWritesPerDay)",
  source: "endurance rating in drive writes per day"
});

// src/derivations/keepOrRemat.ts
var source5 = "pope2026 01:50";
var rematTime = equation("rematTime", {
  symbol: "t_r",
  unit: "s/token",
  says: "device time to rematerialize one token, without the attention term",
  inputs: { forwardFlops, flops, mfu },
  expression: "forwardFlops / (flops * mfu)",
  source: source5
});
var rematCost = equation("rematCost", {
  symbol: "q_r",
  unit: "USD/token",
  says: "cost to rematerialize one token, without the attention term",
  inputs: { rematTime, devicePrice },
  expression: "rematTime * devicePrice",
  source: source5
});
var rematTimeAt = equation("rematTimeAt", {
  symbol: "\\bar t_r",
  unit: "s/token",
  says: "device time per token to rematerialize a prompt of `context` tokens, attention included",
  inputs: { prefillFlops, flops, mfu },
  expression: "prefillFlops / (flops * mfu)",
  source: source5
});
var rematCostAt = equation("rematCostAt", {
  symbol: "\\bar q_r",
  unit: "USD/token",
  says: "cost per token to rematerialize a prompt of `context` tokens, attention included",
  inputs: { rematTimeAt, devicePrice },
  expression: "rematTimeAt * devicePrice",
  source: source5
});
var holdCost = equation("holdCost", {
  symbol: "q_h",
  unit: "USD/token",
  says: "cost to hold one token for the hold time",
  inputs: { bytesPerToken, holdPrice, holdTime },
  expression: "bytesPerToken * holdPrice * holdTime",
  source: source5
});
var retrieveCost = equation("retrieveCost", {
  symbol: "q_g",
  unit: "USD/token",
  says: "cost to bring one token into HBM: the tier's bandwidth, and the devices that stall meanwhile",
  inputs: { bytesPerToken, retrievePrice, stall, tierBandwidth, devices, devicePrice },
  expression: "bytesPerToken * retrievePrice + stall * (bytesPerToken / tierBandwidth) * devices * devicePrice",
  source: source5
});
var retrieveCostOverPath = equation("retrieveCostOverPath", {
  symbol: "q_g'",
  unit: "USD/token",
  says: "the same where the path between tier and HBM is known: devices stall for the slower of the two",
  inputs: { bytesPerToken, retrievePrice, stall, tierBandwidth, pathBandwidth, devices, devicePrice },
  expression: "bytesPerToken * retrievePrice + stall * (bytesPerToken / min(tierBandwidth, pathBandwidth)) * devices * devicePrice",
  source: source5
});
var writeCost = equation("writeCost", {
  symbol: "q_x",
  unit: "USD/token",
  says: "flash wear of writing one token",
  inputs: { bytesPerToken, wearPrice },
  expression: "bytesPerToken * wearPrice",
  source: "endurance rating in drive writes per day"
});
var keepCost = equation("keepCost", {
  symbol: "q_k",
  unit: "USD/token",
  says: "cost to keep one token: written once, held, retrieved at every use",
  inputs: { writeCost, holdCost, reuses, retrieveCost },
  expression: "writeCost + holdCost + reuses * retrieveCost",
  source: source5
});
var forgetCost = equation("forgetCost", {
  symbol: "q_f",
  unit: "USD/token",
  says: "cost to keep nothing: rematerialized at every use",
  inputs: { reuses, rematCost },
  expression: "reuses * rematCost",
  source: source5
});
var fleetKeepCost = equation("fleetKeepCost", {
  symbol: "q_n",
  unit: "USD/token",
  says: "cost to keep one token in a fleet that rents devices for capacity or for bandwidth, whichever binds",
  inputs: { bytesPerToken, holdPrice, holdTime, drainTime },
  expression: "bytesPerToken * holdPrice * max(holdTime, drainTime)",
  source: "pope2026 01:55",
  from: "Little's law, where writes need fewer parts than reads, of a tier that is full"
});

// src/derivations/crossovers.ts
var nearOnce = input("nearOnce", {
  symbol: "o_1",
  unit: "USD/token",
  says: "write and retrieve costs of the nearer tier, whatever the hold time"
});
var farOnce = input("farOnce", {
  symbol: "o_2",
  unit: "USD/token",
  says: "write and retrieve costs of the farther tier"
});
var nearHoldPrice = input("nearHoldPrice", {
  symbol: "h_1",
  unit: "USD/(B*s)",
  says: "price of holding a byte for a second in the nearer tier"
});
var farHoldPrice = input("farHoldPrice", {
  symbol: "h_2",
  unit: "USD/(B*s)",
  says: "price of holding a byte for a second in the farther tier"
});
var source6 = "pope2026 01:55; Gray and Putzolu 1987 for memory against disk";
var tierCrossover = equation("tierCrossover", {
  symbol: "T^*",
  unit: "s",
  says: "hold time at which two tiers cost the same; beyond it the farther is cheaper",
  inputs: { nearOnce, farOnce, bytesPerToken, nearHoldPrice, farHoldPrice },
  expression: "(farOnce - nearOnce) / (bytesPerToken * (nearHoldPrice - farHoldPrice))",
  source: source6,
  from: "setting the bills of two tiers equal"
});
var rematCrossover = equation("rematCrossover", {
  symbol: "T_r",
  unit: "s",
  says: "hold time at which keeping in a tier costs as much as rematerializing; beyond it delete",
  inputs: { reuses, rematCost, retrieveCost, writeCost, bytesPerToken, holdPrice },
  expression: "(reuses * (rematCost - retrieveCost) - writeCost) / (bytesPerToken * holdPrice)",
  source: source6,
  from: "setting the cost of keeping equal to that of rematerializing"
});
var memoryRematCrossover = equation("memoryRematCrossover", {
  symbol: "T_m",
  unit: "s",
  says: "hold time at which keeping in HBM costs as much as rematerializing (retrieving from HBM is free)",
  inputs: { reuses, rematCost, bytesPerToken, memoryHoldPrice },
  expression: "reuses * rematCost / (bytesPerToken * memoryHoldPrice)",
  source: source6,
  from: "setting the cost of holding in HBM equal to that of rematerializing"
});

// src/derivations/drains.ts
var drains_exports = {};
__export(drains_exports, {
  configurationDrainTime: () => configurationDrainTime,
  tierParts: () => tierParts,
  tierPaths: () => tierPaths
});
var tierParts = input("tierParts", {
  symbol: "n_t",
  unit: "1",
  says: "parts of a tier that are read together"
});
var tierPaths = input("tierPaths", { symbol: "n_p", unit: "1", says: "links between those parts and HBM" });
var configurationDrainTime = equation("configurationDrainTime", {
  symbol: "D_n",
  unit: "s",
  says: "time to read what a configuration of parts holds once, through its links",
  inputs: { tierParts, tierCapacity, fill, tierBandwidth, tierPaths, pathBandwidth },
  expression: "tierParts * tierCapacity * fill / min(tierParts * tierBandwidth, tierPaths * pathBandwidth)",
  source: "pope2026 01:55"
});

// src/derivations/expertLayout.ts
var expertLayout_exports = {};
__export(expertLayout_exports, {
  activatedExperts: () => activatedExperts,
  allToAllTime: () => allToAllTime,
  bandwidthRatio: () => bandwidthRatio,
  bytesPerActivation: () => bytesPerActivation,
  crossRackSlowdown: () => crossRackSlowdown,
  crossRackTime: () => crossRackTime,
  crossingShare: () => crossingShare,
  directions: () => directions,
  dispatchBytes: () => dispatchBytes,
  experts: () => experts,
  expertsPerDevice: () => expertsPerDevice,
  expertsTouched: () => expertsTouched,
  hiddenDim: () => hiddenDim,
  leavingTokens: () => leavingTokens,
  networkBandwidth: () => networkBandwidth,
  racks: () => racks,
  scaleUpBandwidth: () => scaleUpBandwidth,
  tripsToExperts: () => tripsToExperts
});
var source7 = "pope2026 00:32";
var experts = input("experts", { symbol: "E", unit: "1", says: "routed experts in a layer" });
var activatedExperts = input("activatedExperts", {
  symbol: "k_E",
  unit: "1",
  says: "routed experts a token is sent to in a layer"
});
var hiddenDim = input("hiddenDim", { symbol: "d", unit: "1", says: "width of the residual stream" });
var bytesPerActivation = input("bytesPerActivation", {
  symbol: "w_a",
  unit: "B/token",
  says: "bytes of one number of a token on its way through the network"
});
var racks = input("racks", { symbol: "n_r", unit: "1", says: "racks one expert layer is spread over" });
var scaleUpBandwidth = input("scaleUpBandwidth", {
  symbol: "W_u",
  unit: "B/s",
  says: "fabric inside a scale-up domain, per device, both directions together"
});
var networkBandwidth = input("networkBandwidth", {
  symbol: "W_o",
  unit: "B/s",
  says: "scale-out network between domains, per device, one direction"
});
var directions = constant("directions", 2, {
  unit: "1",
  says: "a fabric is quoted with both directions added"
});
var tripsToExperts = constant("tripsToExperts", 2, { unit: "1", says: "to the experts and back" });
var expertsPerDevice = equation("expertsPerDevice", {
  symbol: "E/n_d",
  unit: "1",
  says: "experts of a layer on one device",
  inputs: { experts, devices },
  expression: "experts / devices",
  source: source7
});
var expertsTouched = equation("expertsTouched", {
  symbol: "E_B",
  unit: "1",
  says: "experts of a layer that a decode step must read, tokens routed evenly and independently",
  inputs: { activatedExperts, experts, batch },
  expression: "experts * (1 - (1 - activatedExperts / experts) ^ batch)",
  source: source7
});
var dispatchBytes = equation("dispatchBytes", {
  symbol: "b_d",
  unit: "B/token",
  says: "bytes a token sends in one expert layer, out to its experts and back",
  inputs: { tripsToExperts, activatedExperts, hiddenDim, bytesPerActivation },
  expression: "tripsToExperts * activatedExperts * hiddenDim * bytesPerActivation",
  source: source7
});
var crossingShare = equation("crossingShare", {
  symbol: "x",
  unit: "1",
  says: "share of what is sent that leaves its rack, experts chosen evenly",
  inputs: { racks },
  expression: "(racks - 1) / racks",
  source: source7
});
var leavingTokens = equation("leavingTokens", {
  symbol: "x_k",
  unit: "1",
  says: "share of the tokens with at least one expert in another rack",
  inputs: { racks, activatedExperts },
  expression: "1 - (1 / racks) ^ activatedExperts",
  source: source7
});
var allToAllTime = equation("allToAllTime", {
  symbol: "t_a",
  unit: "s",
  says: "least time of the all-to-all of one expert layer inside a scale-up domain",
  inputs: { batch, passLength, dispatchBytes, devices, scaleUpBandwidth, directions },
  expression: "batch * passLength * dispatchBytes / (devices * scaleUpBandwidth / directions)",
  source: source7
});
var crossRackTime = equation("crossRackTime", {
  symbol: "t_x",
  unit: "s",
  says: "least time of what leaves the racks when one expert layer is spread over several",
  inputs: { batch, passLength, dispatchBytes, crossingShare, devices, networkBandwidth },
  expression: "batch * passLength * dispatchBytes * crossingShare / (devices * networkBandwidth)",
  source: source7
});
var bandwidthRatio = equation("bandwidthRatio", {
  symbol: "\\rho_W",
  unit: "1",
  says: "how many times faster scale-up is than scale-out, one direction each",
  inputs: { scaleUpBandwidth, directions, networkBandwidth },
  expression: "scaleUpBandwidth / (directions * networkBandwidth)",
  source: source7
});
var crossRackSlowdown = equation("crossRackSlowdown", {
  symbol: "\\sigma_x",
  unit: "1",
  says: "how many times longer the all-to-all takes over several racks than inside one",
  inputs: { crossingShare, bandwidthRatio },
  expression: "max(1 - crossingShare, crossingShare * bandwidthRatio)",
  source: source7
});

// src/derivations/fleet.ts
var fleet_exports = {};
__export(fleet_exports, {
  armParts: () => armParts,
  arrivals: () => arrivals,
  diskTokenCost: () => diskTokenCost,
  enduranceParts: () => enduranceParts,
  flashTokenCost: () => flashTokenCost,
  fleetFlashCost: () => fleetFlashCost,
  fleetTokenCost: () => fleetTokenCost,
  readParts: () => readParts,
  spaceParts: () => spaceParts,
  workloadParts: () => workloadParts,
  writeBandwidth: () => writeBandwidth,
  writeParts: () => writeParts
});
var source8 = "pope2026 01:55; Little's law";
var arrivals = input("arrivals", {
  symbol: "\\lambda",
  unit: "token/s",
  says: "tokens put to wait per second"
});
var writeBandwidth = input("writeBandwidth", {
  symbol: "W_w",
  unit: "B/s",
  says: "write bandwidth of one part of the tier"
});
var spaceParts = equation("spaceParts", {
  symbol: "n_s",
  unit: "1",
  says: "parts needed for space: by Little's law arrivals times the mean occupied time wait at once",
  inputs: { arrivals, holdTime, bytesPerToken, tierCapacity, fill },
  expression: "arrivals * holdTime * bytesPerToken / (tierCapacity * fill)",
  source: source8
});
var readParts = equation("readParts", {
  symbol: "n_g",
  unit: "1",
  says: "parts needed for reads: every token is read at each of its uses",
  inputs: { arrivals, bytesPerToken, reuses, tierBandwidth, bandwidthUse },
  expression: "arrivals * bytesPerToken * reuses / (tierBandwidth * bandwidthUse)",
  source: source8
});
var armParts = equation("armParts", {
  symbol: "n_a",
  unit: "1",
  says: "disks needed for reads and writes: one arm serves both",
  inputs: { arrivals, bytesPerToken, reuses, tierBandwidth, bandwidthUse },
  expression: "arrivals * bytesPerToken * (1 + reuses) / (tierBandwidth * bandwidthUse)",
  source: source8
});
var writeParts = equation("writeParts", {
  symbol: "n_w",
  unit: "1",
  says: "parts needed for writes: every token is written once",
  inputs: { arrivals, bytesPerToken, writeBandwidth, bandwidthUse },
  expression: "arrivals * bytesPerToken / (writeBandwidth * bandwidthUse)",
  source: source8
});
var enduranceParts = equation("enduranceParts", {
  symbol: "n_e",
  unit: "1",
  says: "drives needed so that none is written more than its rating allows",
  inputs: { arrivals, bytesPerToken, tierCapacity, driveWritesPerDay },
  expression: "arrivals * bytesPerToken / (tierCapacity * driveWritesPerDay)",
  source: "endurance rating in drive writes per day, of host writes"
});
var workloadParts = equation("workloadParts", {
  symbol: "n_y",
  unit: "1",
  says: "disks needed so that none reads and writes more in a year than its rating allows",
  inputs: { arrivals, bytesPerToken, reuses, ratedWorkload },
  expression: "arrivals * bytesPerToken * (1 + reuses) / ratedWorkload",
  source: "workload rating of nearline disks in bytes a year, reads and writes together"
});
var fleetTokenCost = equation("fleetTokenCost", {
  symbol: "q_\\lambda",
  unit: "USD/token",
  says: "a token's share of the rent of a fleet that wears nothing out",
  inputs: { tierPrice, spaceParts, readParts, writeParts, arrivals },
  expression: "tierPrice * max(spaceParts, readParts, writeParts) / arrivals",
  source: source8
});
var flashTokenCost = equation("flashTokenCost", {
  symbol: "q_\\epsilon",
  unit: "USD/token",
  says: "a token's share of the rent of a fleet of flash with an endurance rating",
  inputs: { tierPrice, spaceParts, readParts, enduranceParts, arrivals },
  expression: "tierPrice * max(spaceParts, readParts, enduranceParts) / arrivals",
  source: source8
});
var diskTokenCost = equation("diskTokenCost", {
  symbol: "q_\\delta",
  unit: "USD/token",
  says: "a token's share of the rent of a fleet of disks with a workload rating",
  inputs: { tierPrice, spaceParts, armParts, workloadParts, arrivals },
  expression: "tierPrice * max(spaceParts, armParts, workloadParts) / arrivals",
  source: source8
});
var fleetFlashCost = equation("fleetFlashCost", {
  symbol: "q_n'",
  unit: "USD/token",
  says: "cost to keep one token in a fleet of flash, full, that rents drives for capacity, for reads or for endurance, whichever binds",
  inputs: { bytesPerToken, holdPrice, holdTime, reuses, drainTime, driveWritesPerDay },
  expression: "bytesPerToken * holdPrice * max(holdTime, reuses * drainTime, 1 / driveWritesPerDay)",
  source: source8,
  from: "Little's law, where a rating limits what may be written, of a tier that is full"
});

// src/derivations/latency.ts
var latency_exports = {};
__export(latency_exports, {
  breakEvenBandwidth: () => breakEvenBandwidth,
  loadTime: () => loadTime,
  rematLatency: () => rematLatency,
  rematWait: () => rematWait
});
var loadTime = equation("loadTime", {
  symbol: "t_l",
  unit: "s",
  says: "time to load a whole context into HBM, through the slower of tier and path",
  inputs: { sequenceBytes, tierBandwidth, pathBandwidth },
  expression: "sequenceBytes / min(tierBandwidth, pathBandwidth)",
  source: "pope2026 01:50"
});
var rematLatency = equation("rematLatency", {
  symbol: "t_p",
  unit: "s",
  says: "time to rematerialize a whole context on all devices, attention included",
  inputs: { context, prefillFlops, devices, flops, mfu },
  expression: "context * prefillFlops / (devices * flops * mfu)",
  source: "pope2026 01:50"
});
var rematWait = equation("rematWait", {
  symbol: "t_u",
  unit: "s",
  says: "what the user waits for a rematerialization: the fixed time of the request, then the forward pass",
  inputs: { requestTime, rematLatency },
  expression: "requestTime + rematLatency",
  source: "engines need 30 to 60 ms for a request to its first token"
});
var breakEvenBandwidth = equation("breakEvenBandwidth", {
  symbol: "W^*",
  unit: "B/s",
  says: "bandwidth at which loading takes as long as rematerializing",
  inputs: { sequenceBytes, rematLatency },
  expression: "sequenceBytes / rematLatency",
  source: "Mooncake, FAST 2025, eq. 2, states the same condition",
  from: "setting the time to load equal to the time to rematerialize"
});

// src/derivations/pipelining.ts
var pipelining_exports = {};
__export(pipelining_exports, {
  affordableLayers: () => affordableLayers,
  batchInFlight: () => batchInFlight,
  expertParallel: () => expertParallel,
  hopTime: () => hopTime,
  kvPerDevice: () => kvPerDevice,
  layersPerStage: () => layersPerStage,
  memoryPerDevice: () => memoryPerDevice,
  microBatch: () => microBatch,
  pipelinedStepTime: () => pipelinedStepTime,
  scaleUpOverScaleOut: () => scaleUpOverScaleOut,
  stageTime: () => stageTime,
  stages: () => stages,
  weightsPerDevice: () => weightsPerDevice
});
var stages = input("stages", { symbol: "P", unit: "1", says: "pipeline stages, each on a rack of its own" });
var layersPerStage = input("layersPerStage", {
  symbol: "L_P",
  unit: "1",
  says: "expert layers a pipeline stage holds"
});
var expertParallel = input("expertParallel", {
  symbol: "n_E",
  unit: "1",
  says: "devices of a stage, over which its experts and contexts are spread"
});
var microBatch = input("microBatch", {
  symbol: "B_\\mu",
  unit: "1",
  says: "sequences that go through a stage together"
});
var hopTime = input("hopTime", { symbol: "t_h", unit: "s", says: "latency from one rack to the next" });
var scaleUpOverScaleOut = equation("scaleUpOverScaleOut", {
  symbol: "\\tau",
  unit: "1",
  says: "time on the scale-up fabric over time on the scale-out network; from 1 on, pipelining is affordable",
  inputs: { activatedExperts, layersPerStage, tripsToExperts, bandwidthRatio },
  expression: "activatedExperts * layersPerStage * tripsToExperts / bandwidthRatio",
  source: "pope2026 00:47"
});
var affordableLayers = equation("affordableLayers", {
  symbol: "L_P^*",
  unit: "1",
  says: "expert layers a stage needs for the scale-out network not to be the slower one",
  inputs: { bandwidthRatio, tripsToExperts, activatedExperts },
  expression: "bandwidthRatio / (tripsToExperts * activatedExperts)",
  source: "pope2026 00:47"
});
var stageTime = equation("stageTime", {
  symbol: "t_P",
  unit: "s",
  says: "least time of one stage, which holds its share of the layers, their weights and their caches",
  inputs: { computeTime, weightTime, kvTime, stages },
  expression: "max(computeTime / stages, weightTime / stages + kvTime / stages)",
  source: "pope2026 00:47"
});
var pipelinedStepTime = equation("pipelinedStepTime", {
  symbol: "t_P'",
  unit: "s",
  says: "least time from one token of a sequence to its next through all stages and back to the first",
  inputs: { stages, stageTime, hopTime },
  expression: "stages * (stageTime + hopTime)",
  source: "pope2026 01:03"
});
var batchInFlight = equation("batchInFlight", {
  symbol: "B_P",
  unit: "1",
  says: "sequences in flight that keep every stage busy: one micro-batch a stage",
  inputs: { stages, microBatch },
  expression: "stages * microBatch",
  source: "pope2026 01:03"
});
var weightsPerDevice = equation("weightsPerDevice", {
  symbol: "M_w",
  unit: "B",
  says: "bytes of weights on one device",
  inputs: { weightBytesKept, expertParallel, stages },
  expression: "weightBytesKept / (expertParallel * stages)",
  source: "pope2026 01:03"
});
var kvPerDevice = equation("kvPerDevice", {
  symbol: "M_{kv}",
  unit: "B",
  says: "bytes of KV cache on one device while every stage is busy",
  inputs: { batchInFlight, sequenceBytesKept, expertParallel, stages },
  expression: "batchInFlight * sequenceBytesKept / (expertParallel * stages)",
  source: "pope2026 01:03"
});
var memoryPerDevice = equation("memoryPerDevice", {
  symbol: "M",
  unit: "B",
  says: "bytes of weights and KV cache on one device",
  inputs: { weightsPerDevice, kvPerDevice },
  expression: "weightsPerDevice + kvPerDevice",
  source: "pope2026 01:03"
});

// src/derivations/practice.ts
var practice_exports = {};
__export(practice_exports, {
  compressedCost: () => compressedCost,
  decodeTime: () => decodeTime,
  frontShare: () => frontShare,
  hitShare: () => hitShare,
  parallelCost: () => parallelCost,
  parallelTime: () => parallelTime,
  parallelWait: () => parallelWait,
  partialHitCost: () => partialHitCost,
  partialHitWait: () => partialHitWait
});
var frontShare = equation("frontShare", {
  symbol: "x",
  unit: "1",
  says: "share of a context computed from its front while the rest loads from its back, so that both meet",
  inputs: { loadTime, rematLatency },
  expression: "loadTime / (loadTime + rematLatency)",
  source: "Cake, ICML 2025"
});
var parallelTime = equation("parallelTime", {
  symbol: "t_x",
  unit: "s",
  says: "time until front and back meet: two rates in parallel",
  inputs: { loadTime, rematLatency },
  expression: "1 / (1 / rematLatency + 1 / loadTime)",
  source: "Cake, ICML 2025"
});
var parallelWait = equation("parallelWait", {
  symbol: "t_x'",
  unit: "s",
  says: "what the user waits for front and back: the fixed time of the request, then until they meet",
  inputs: { requestTime, parallelTime },
  expression: "requestTime + parallelTime",
  source: "Cake, ICML 2025"
});
var parallelCost = equation("parallelCost", {
  symbol: "q_x",
  unit: "USD/token",
  says: "cost per token where only the back is kept, and loads while the devices compute the front",
  inputs: { frontShare, writeCost, holdCost, reuses, retrieveCost, rematCost },
  expression: "(1 - frontShare) * (writeCost + holdCost + reuses * retrieveCost) + reuses * frontShare * rematCost",
  source: "Cake, ICML 2025"
});
var decodeTime = input("decodeTime", {
  symbol: "t_z",
  unit: "s/token",
  says: "device time to unpack one token of a cache that was kept compressed"
});
var compressedCost = equation("compressedCost", {
  symbol: "q_z",
  unit: "USD/token",
  says: "cost to keep one token compressed: its fewer bytes, and at every use the time to unpack them",
  inputs: { writeCost, holdCost, reuses, retrieveCost, decodeTime, devicePrice },
  expression: "writeCost + holdCost + reuses * (retrieveCost + decodeTime * devicePrice)",
  source: "CacheGen, SIGCOMM 2024"
});
var hitShare = input("hitShare", {
  symbol: "\\chi",
  unit: "1",
  says: "share of the tokens that a kept prefix still matches when it is used"
});
var partialHitCost = equation("partialHitCost", {
  symbol: "q_\\chi",
  unit: "USD/token",
  says: "cost to keep one token where only a part of the prefix matches: the rest is rematerialized all the same",
  inputs: { writeCost, holdCost, reuses, hitShare, retrieveCost, rematCost },
  expression: "writeCost + holdCost + reuses * (hitShare * retrieveCost + (1 - hitShare) * rematCost)",
  source: "prefix caching in blocks"
});
var partialHitWait = equation("partialHitWait", {
  symbol: "t_\\chi",
  unit: "s",
  says: "what the user waits where a part of the prefix matches: the request, the load of that part, the forward pass of the rest",
  inputs: { requestTime, hitShare, loadTime, rematLatency },
  expression: "requestTime + hitShare * loadTime + (1 - hitShare) * rematLatency",
  source: "prefix caching in blocks"
});

// src/derivations/pricesBackwards.ts
var pricesBackwards_exports = {};
__export(pricesBackwards_exports, {
  hitOverMiss: () => hitOverMiss,
  impliedDecodeMfu: () => impliedDecodeMfu,
  impliedHoldPrice: () => impliedHoldPrice,
  inferredBytesFromCrossover: () => inferredBytesFromCrossover,
  inferredBytesFromHit: () => inferredBytesFromHit,
  inferredBytesFromStorage: () => inferredBytesFromStorage,
  inferredBytesPerToken: () => inferredBytesPerToken,
  listedCrossover: () => listedCrossover,
  markup: () => markup,
  outputOverInput: () => outputOverInput,
  storagePriceFromWrites: () => storagePriceFromWrites
});

// src/derivations/priceVocabulary.ts
var inputPrice = input("inputPrice", {
  symbol: "p_i",
  unit: "USD/token",
  says: "listed price of a token read for the first time"
});
var hitPrice = input("hitPrice", {
  symbol: "p_h",
  unit: "USD/token",
  says: "listed price of a token read from cache"
});
var outputPrice = input("outputPrice", {
  symbol: "p_o",
  unit: "USD/token",
  says: "listed price of a token written"
});
var shortWritePrice = input("shortWritePrice", {
  symbol: "p_5",
  unit: "USD/token",
  says: "listed price of writing a token to the cache that lives shorter"
});
var longWritePrice = input("longWritePrice", {
  symbol: "p_{60}",
  unit: "USD/token",
  says: "listed price of writing a token to the cache that lives longer"
});
var shortLife = input("shortLife", {
  symbol: "\\tau_5",
  unit: "s",
  says: "life of the shorter cache after its last use"
});
var longLife = input("longLife", {
  symbol: "\\tau_{60}",
  unit: "s",
  says: "life of the longer cache after its last use"
});
var storagePrice = input("storagePrice", {
  symbol: "p_s",
  unit: "USD/(token*s)",
  says: "listed price of keeping a token in cache for a second"
});
var writeMultiple = input("writeMultiple", {
  symbol: "w_m",
  unit: "1",
  says: "price of a cache write over that of plain input"
});
var readMultiple = input("readMultiple", {
  symbol: "r_m",
  unit: "1",
  says: "price of a cache hit over that of plain input"
});
var longWriteMultiple = input("longWriteMultiple", {
  symbol: "w_m'",
  unit: "1",
  says: "price of writing to the cache that lives longer over that of plain input"
});
var hits = input("hits", { symbol: "n_h", unit: "1", says: "cache hits after a write, before it expires" });

// src/derivations/pricesBackwards.ts
var source9 = "pope2026 01:33";
var inferredBytesPerToken = equation("inferredBytesPerToken", {
  symbol: "b_1",
  unit: "B/token",
  says: "KV bytes per token if reading the cache meets the arithmetic at the context where the price steps up",
  inputs: { passLength, forwardFlops, machineBalance, context },
  expression: "passLength * forwardFlops / (machineBalance * context)",
  source: source9,
  from: "setting the time of the caches equal to that of the arithmetic at the context where a price list steps up"
});
var outputOverInput = equation("outputOverInput", {
  symbol: "p_o/p_i",
  unit: "1",
  says: "how many times dearer a token is to write than to read",
  inputs: { outputPrice, inputPrice },
  expression: "outputPrice / inputPrice",
  source: source9
});
var impliedDecodeMfu = equation("impliedDecodeMfu", {
  symbol: "\\eta_d",
  unit: "1",
  says: "share of the peak that decode reaches if both prices are cost and prefill reaches mfu",
  inputs: { mfu, outputOverInput },
  expression: "mfu / outputOverInput",
  source: source9
});
var hitOverMiss = equation("hitOverMiss", {
  symbol: "p_h/p_i",
  unit: "1",
  says: "price of a token from cache over that of one computed anew",
  inputs: { hitPrice, inputPrice },
  expression: "hitPrice / inputPrice",
  source: source9
});
var inferredBytesFromHit = equation("inferredBytesFromHit", {
  symbol: "b_2",
  unit: "B/token",
  says: "KV bytes per token if a hit costs only the time a device stands still while the token is loaded: an upper bound",
  inputs: { hitOverMiss, rematTime, pathBandwidth },
  expression: "hitOverMiss * rematTime * pathBandwidth",
  source: source9
});
var storagePriceFromWrites = equation("storagePriceFromWrites", {
  symbol: "p_w",
  unit: "USD/(token*s)",
  says: "price of keeping a token for a second if it is all that the two cache writes differ by",
  inputs: { longWritePrice, shortWritePrice, longLife, shortLife },
  expression: "(longWritePrice - shortWritePrice) / (longLife - shortLife)",
  source: source9
});
var impliedHoldPrice = equation("impliedHoldPrice", {
  symbol: "h_p",
  unit: "USD/(B*s)",
  says: "price of holding a byte for a second that a listed price per token means",
  inputs: { storagePrice, bytesPerToken },
  expression: "storagePrice / bytesPerToken",
  source: source9
});
var inferredBytesFromStorage = equation("inferredBytesFromStorage", {
  symbol: "b_3",
  unit: "B/token",
  says: "KV bytes per token if storage is sold at what the tier costs",
  inputs: { storagePrice, holdPrice },
  expression: "storagePrice / holdPrice",
  source: source9
});
var listedCrossover = equation("listedCrossover", {
  symbol: "T_p",
  unit: "s",
  says: "hold time at which a list charges as much for keeping a token as for sending it again",
  inputs: { inputPrice, hitPrice, storagePrice },
  expression: "(inputPrice - hitPrice) / storagePrice",
  source: source9,
  from: "setting the price of a fresh token equal to a hit and its storage"
});
var inferredBytesFromCrossover = equation("inferredBytesFromCrossover", {
  symbol: "b_4",
  unit: "B/token",
  says: "KV bytes per token if the list's crossover is that of HBM against rematerialization; the device's price cancels",
  inputs: { rematCost, memoryHoldPrice, listedCrossover },
  expression: "rematCost / (memoryHoldPrice * listedCrossover)",
  source: source9
});
var markup = equation("markup", {
  symbol: "m_p",
  unit: "1",
  says: "buyer's price of input over the operator's cost of the forward pass",
  inputs: { inputPrice, rematCost },
  expression: "inputPrice / rematCost",
  source: source9
});

// src/derivations/pricesForwards.ts
var pricesForwards_exports = {};
__export(pricesForwards_exports, {
  breakEvenHitRate: () => breakEvenHitRate,
  hitsToPayBack: () => hitsToPayBack,
  meanMultiple: () => meanMultiple,
  pingedMultiple: () => pingedMultiple,
  pingsNeeded: () => pingsNeeded,
  pingsWorth: () => pingsWorth
});
var source10 = "price lists; arithmetic";
var hitsToPayBack = equation("hitsToPayBack", {
  symbol: "n^*",
  unit: "1",
  says: "cache hits after which writing to the cache has cost no more than sending everything anew",
  inputs: { writeMultiple, readMultiple },
  expression: "(writeMultiple - 1) / (1 - readMultiple)",
  source: source10,
  from: "setting one write and its hits equal to sending everything anew"
});
var breakEvenHitRate = equation("breakEvenHitRate", {
  symbol: "\\hat h",
  unit: "1",
  says: "share of the requests that must hit, the others writing, for a cache to cost as much as none",
  inputs: { writeMultiple, readMultiple },
  expression: "(writeMultiple - 1) / (writeMultiple - readMultiple)",
  source: source10,
  from: "setting the mean price with a cache equal to the price without"
});
var meanMultiple = equation("meanMultiple", {
  symbol: "\\bar p",
  unit: "1",
  says: "mean price of an input token over one write and its hits",
  inputs: { writeMultiple, hits, readMultiple },
  expression: "(writeMultiple + hits * readMultiple) / (1 + hits)",
  source: source10
});
var pingsNeeded = equation("pingsNeeded", {
  symbol: "n_p",
  unit: "1",
  says: "reads that keep the shorter cache alive through a pause, each just before it would expire",
  inputs: { holdTime, shortLife },
  expression: "max(0, ceil(holdTime / shortLife) - 1)",
  source: source10
});
var pingedMultiple = equation("pingedMultiple", {
  symbol: "w_p",
  unit: "1",
  says: "price of a write to the shorter cache and of the reads that keep it alive through a pause",
  inputs: { writeMultiple, pingsNeeded, readMultiple },
  expression: "writeMultiple + pingsNeeded * readMultiple",
  source: source10
});
var pingsWorth = equation("pingsWorth", {
  symbol: "n_p^*",
  unit: "1",
  says: "keep-alive reads that cost as much as writing to the longer cache instead",
  inputs: { longWriteMultiple, writeMultiple, readMultiple },
  expression: "(longWriteMultiple - writeMultiple) / readMultiple",
  source: source10
});

// src/derivations/retrieval.ts
var retrieval_exports = {};
__export(retrieval_exports, {
  effectiveStall: () => effectiveStall,
  residencyShare: () => residencyShare,
  retrieveCostStaged: () => retrieveCostStaged,
  stageBandwidth: () => stageBandwidth,
  stageHoldPrice: () => stageHoldPrice,
  stageReadPrice: () => stageReadPrice,
  stagedLoadTime: () => stagedLoadTime,
  stagingCost: () => stagingCost,
  waitCost: () => waitCost,
  waitTime: () => waitTime
});
var source11 = "pope2026 01:55; vLLM and SGLang allocate the pages of a cache before they load it";
var residencyShare = equation("residencyShare", {
  symbol: "\\mu_c",
  unit: "1",
  says: "what the room of a landing cache costs, as a share of the price of the devices",
  inputs: { landing, sequenceBytesKept, memoryHoldPrice, devices, devicePrice },
  expression: "landing * sequenceBytesKept * memoryHoldPrice / (devices * devicePrice)",
  source: source11
});
var effectiveStall = equation("effectiveStall", {
  symbol: "\\sigma'",
  unit: "1",
  says: "share of the devices that a load costs while it lasts: those that stall, or at the least the room it lands in",
  inputs: { stall, residencyShare },
  expression: "max(stall, residencyShare)",
  source: source11
});
var stageHoldPrice = input("stageHoldPrice", {
  symbol: "h_s",
  unit: "USD/(B*s)",
  says: "price of holding a byte for a second in the stage"
});
var stageReadPrice = input("stageReadPrice", {
  symbol: "r_s",
  unit: "USD/B",
  says: "price of reading a byte from the stage"
});
var stageBandwidth = input("stageBandwidth", {
  symbol: "W_s",
  unit: "B/s",
  says: "read bandwidth of the stage"
});
var stagingCost = equation("stagingCost", {
  symbol: "q_s",
  unit: "USD/token",
  says: "cost per token of the stage: the room while the bytes come, and its bandwidth when they go on",
  inputs: { landing, bytesPerToken, stageHoldPrice, stageReadPrice, sequenceBytes, tierBandwidth },
  expression: "bytesPerToken * (landing * stageHoldPrice * sequenceBytes / tierBandwidth + stageReadPrice)",
  source: source11
});
var retrieveCostStaged = equation("retrieveCostStaged", {
  symbol: "q_g''",
  unit: "USD/token",
  says: "cost to bring one token into HBM by way of a stage: devices see the way from the stage only",
  inputs: {
    ...{ bytesPerToken, retrievePrice, stagingCost, stall },
    ...{ stageBandwidth, pathBandwidth, devices, devicePrice }
  },
  expression: "bytesPerToken * retrievePrice + stagingCost + stall * (bytesPerToken / min(stageBandwidth, pathBandwidth)) * devices * devicePrice",
  source: source11
});
var stagedLoadTime = equation("stagedLoadTime", {
  symbol: "t_l'",
  unit: "s",
  says: "time to load a whole context by way of a stage: first into it, then on",
  inputs: { sequenceBytes, tierBandwidth, stageBandwidth, pathBandwidth },
  expression: "sequenceBytes / tierBandwidth + sequenceBytes / min(stageBandwidth, pathBandwidth)",
  source: source11
});
var waitTime = input("waitTime", {
  symbol: "t_w",
  unit: "s",
  says: "what the user waits before the first token"
});
var waitCost = equation("waitCost", {
  symbol: "q_w",
  unit: "USD/token",
  says: "a token's share of what the wait is worth to its user",
  inputs: { waitPrice, waitTime, context },
  expression: "waitPrice * waitTime / context",
  source: "a price of the wait in place of a deadline"
});

// src/derivations/reversible.ts
var reversible_exports = {};
__export(reversible_exports, {
  activationBytes: () => activationBytes,
  activationsPerLayer: () => activationsPerLayer,
  depth: () => depth,
  reversibleBytes: () => reversibleBytes,
  reversibleFlops: () => reversibleFlops,
  reversibleOverhead: () => reversibleOverhead,
  reversibleSaving: () => reversibleSaving,
  streams: () => streams
});

// src/derivations/training.ts
var training_exports = {};
__export(training_exports, {
  chinchillaTokens: () => chinchillaTokens,
  equalCostPenalty: () => equalCostPenalty,
  equalPretraining: () => equalPretraining,
  equalReinforcement: () => equalReinforcement,
  overTraining: () => overTraining,
  pretrainingTime: () => pretrainingTime,
  reinforcementFlops: () => reinforcementFlops,
  reinforcementTime: () => reinforcementTime,
  servedTokens: () => servedTokens,
  servingTime: () => servingTime,
  trainingFlops: () => trainingFlops
});

// src/derivations/trainingVocabulary.ts
var pretrainingTokens = input("pretrainingTokens", {
  symbol: "D_p",
  unit: "token",
  says: "tokens a model is pre-trained on"
});
var reinforcementTokens = input("reinforcementTokens", {
  symbol: "D_r",
  unit: "token",
  says: "tokens generated for reinforcement learning"
});
var trainedShare = input("trainedShare", {
  symbol: "\\theta",
  unit: "1",
  says: "share of the generated tokens that are also trained on"
});
var modelLife = input("modelLife", { symbol: "\\tau_m", unit: "s", says: "time a model is served" });
var trainingMfu = input("trainingMfu", {
  symbol: "\\eta_p",
  unit: "1",
  says: "share of the peak that pre-training reaches"
});
var decodeMfu = input("decodeMfu", {
  symbol: "\\eta_d",
  unit: "1",
  says: "share of the peak that decode reaches"
});
var risingExponent = input("risingExponent", {
  symbol: "m",
  unit: "1",
  says: "power with which one cost rises"
});
var fallingExponent = input("fallingExponent", {
  symbol: "n",
  unit: "1",
  says: "power with which the other cost falls"
});
var backwardOverForward = constant("backwardOverForward", 2, {
  unit: "1",
  says: "gradients by inputs and by weights: a backward pass is worth two forward passes"
});
var tokensPerParam = constant("tokensPerParam", 20, {
  unit: "token",
  says: "training tokens per parameter where a fixed training budget buys most (Hoffmann et al. 2022)"
});
var equalCosts = constant("equalCosts", 2, { unit: "1", says: "two costs of one unit each" });

// src/derivations/training.ts
var source12 = "pope2026 01:18";
var trainingFlops = equation("trainingFlops", {
  symbol: "f_p",
  unit: "FLOP/token",
  says: "arithmetic of training on one token: forward and backward, six FLOPs per active parameter",
  inputs: { backwardOverForward, forwardFlops },
  expression: "(1 + backwardOverForward) * forwardFlops",
  source: source12
});
var reinforcementFlops = equation("reinforcementFlops", {
  symbol: "f_r",
  unit: "FLOP/token",
  says: "arithmetic of one token of reinforcement learning: generated, and perhaps trained on; two to six FLOPs per active parameter",
  inputs: { trainedShare, backwardOverForward, forwardFlops },
  expression: "(1 + trainedShare * backwardOverForward) * forwardFlops",
  source: source12
});
var pretrainingTime = equation("pretrainingTime", {
  symbol: "c_p",
  unit: "s",
  says: "device time of pre-training",
  inputs: { pretrainingTokens, trainingFlops, flops, trainingMfu },
  expression: "pretrainingTokens * trainingFlops / (flops * trainingMfu)",
  source: source12
});
var reinforcementTime = equation("reinforcementTime", {
  symbol: "c_r",
  unit: "s",
  says: "device time of reinforcement learning, at the pace of decode",
  inputs: { reinforcementTokens, reinforcementFlops, flops, decodeMfu },
  expression: "reinforcementTokens * reinforcementFlops / (flops * decodeMfu)",
  source: source12
});
var servedTokens = equation("servedTokens", {
  symbol: "D_s",
  unit: "token",
  says: "tokens a model serves over its life",
  inputs: { serviceTokensPerSecond, modelLife },
  expression: "serviceTokensPerSecond * modelLife",
  source: source12
});
var servingTime = equation("servingTime", {
  symbol: "c_s",
  unit: "s",
  says: "device time of serving a model over its life",
  inputs: { servedTokens, forwardFlops, flops, decodeMfu },
  expression: "servedTokens * forwardFlops / (flops * decodeMfu)",
  source: source12
});
var equalPretraining = equation("equalPretraining", {
  symbol: "D_p^*",
  unit: "token",
  says: "tokens of pre-training that cost as much as serving the model over its life",
  inputs: { servedTokens, forwardFlops, trainingFlops, trainingMfu, decodeMfu },
  expression: "servedTokens * (forwardFlops / trainingFlops) * (trainingMfu / decodeMfu)",
  source: source12,
  from: "setting the device time of pre-training equal to that of serving"
});
var equalReinforcement = equation("equalReinforcement", {
  symbol: "D_r^*",
  unit: "token",
  says: "tokens of reinforcement learning that cost as much as serving the model over its life",
  inputs: { servedTokens, forwardFlops, reinforcementFlops },
  expression: "servedTokens * forwardFlops / reinforcementFlops",
  source: source12,
  from: "setting the device time of reinforcement learning equal to that of serving"
});
var chinchillaTokens = equation("chinchillaTokens", {
  symbol: "D_c",
  unit: "token",
  says: "training tokens where only the cost of training counts",
  inputs: { tokensPerParam, activeParams },
  expression: "tokensPerParam * activeParams",
  source: "Hoffmann et al. 2022, arXiv:2203.15556"
});
var overTraining = equation("overTraining", {
  symbol: "\\omega",
  unit: "1",
  says: "how many times more tokens a model is trained on than training alone would call for",
  inputs: { pretrainingTokens, chinchillaTokens },
  expression: "pretrainingTokens / chinchillaTokens",
  source: source12
});
var equalCostPenalty = equation("equalCostPenalty", {
  symbol: "\\epsilon",
  unit: "1",
  says: "sum of a rising and a falling power law where they are equal, over its least value",
  inputs: { equalCosts, fallingExponent, risingExponent },
  expression: "equalCosts / ((fallingExponent / risingExponent) ^ (risingExponent / (risingExponent + fallingExponent)) + (risingExponent / fallingExponent) ^ (fallingExponent / (risingExponent + fallingExponent)))",
  source: source12
});

// src/derivations/reversible.ts
var source13 = "pope2026 02:04; Gomez et al. 2017, arXiv:1707.04585";
var depth = input("depth", { symbol: "L_d", unit: "1", says: "layers of the network, of whatever kind" });
var activationsPerLayer = input("activationsPerLayer", {
  symbol: "a_L",
  unit: "1",
  says: "numbers a layer keeps for its backward pass, in widths of the residual stream"
});
var streams = constant("streams", 2, { unit: "1", says: "the two halves x and y of a reversible network" });
var activationBytes = equation("activationBytes", {
  symbol: "A",
  unit: "B/token",
  says: "bytes an ordinary network keeps for the backward pass of a token: those of every layer",
  inputs: { depth, activationsPerLayer, hiddenDim, bytesPerActivation },
  expression: "depth * activationsPerLayer * hiddenDim * bytesPerActivation",
  source: source13
});
var reversibleBytes = equation("reversibleBytes", {
  symbol: "A_r",
  unit: "B/token",
  says: "bytes a reversible network keeps: its two streams and the one layer being undone",
  inputs: { streams, activationsPerLayer, hiddenDim, bytesPerActivation },
  expression: "(streams + activationsPerLayer) * hiddenDim * bytesPerActivation",
  source: source13
});
var reversibleFlops = equation("reversibleFlops", {
  symbol: "f_p'",
  unit: "FLOP/token",
  says: "arithmetic of training on one token with one more forward pass, which rebuilds the activations",
  inputs: { trainingFlops, forwardFlops },
  expression: "trainingFlops + forwardFlops",
  source: source13
});
var reversibleSaving = equation("reversibleSaving", {
  symbol: "A/A_r",
  unit: "1",
  says: "how many times less a reversible network keeps",
  inputs: { activationBytes, reversibleBytes },
  expression: "activationBytes / reversibleBytes",
  source: source13
});
var reversibleOverhead = equation("reversibleOverhead", {
  symbol: "f_p'/f_p",
  unit: "1",
  says: "how many times more arithmetic a reversible network costs to train",
  inputs: { reversibleFlops, trainingFlops },
  expression: "reversibleFlops / trainingFlops",
  source: source13
});

// src/derivations/table.ts
var files = {
  cacheBytes: cacheBytes_exports,
  passFlops: passFlops_exports,
  // What a pass keeps and reads is taught with the time that reading takes.
  roofline: { ...passBytes_exports, ...roofline_exports },
  tierPrices: tierPrices_exports,
  keepOrRemat: keepOrRemat_exports,
  retrieval: retrieval_exports,
  fleet: fleet_exports,
  crossovers: crossovers_exports,
  latency: latency_exports,
  practice: practice_exports,
  drains: drains_exports,
  batching: batching_exports,
  expertLayout: expertLayout_exports,
  pipelining: pipelining_exports,
  training: training_exports,
  reversible: reversible_exports,
  pricesBackwards: pricesBackwards_exports,
  pricesForwards: pricesForwards_exports
};
function declaredIn(file) {
  return Object.entries(file).sort(([a], [b]) => a < b ? -1 : 1).map(([, quantity]) => quantity);
}
var themes = Object.fromEntries(
  Object.entries(files).map(([theme, file]) => [
    theme,
    declaredIn(file).filter((quantity) => quantity.kind === "equation")
  ])
);
var equations = Object.fromEntries(
  Object.values(themes).flat().map((equation2) => [equation2.name, equation2])
);
var given2 = [
  ...declaredIn(vocabulary_exports),
  ...Object.values(equations).flatMap((equation2) => [...bottom(equation2).values()])
];
var inputs = Object.fromEntries(
  given2.filter((quantity) => quantity.kind === "input").map((quantity) => [quantity.name, quantity])
);
var constants = Object.fromEntries(
  given2.filter((quantity) => quantity.kind === "constant").map((quantity) => [quantity.name, quantity])
);
function equationNamed(name) {
  const found2 = Object.hasOwn(equations, name) ? equations[name] : void 0;
  if (found2 === void 0) throw unknownName("equation", name, Object.keys(equations));
  return found2;
}
var quantities = { ...equations, ...inputs };
function unitOf(name) {
  const found2 = Object.hasOwn(quantities, name) ? quantities[name] : void 0;
  if (found2 === void 0) throw unknownName("quantity", name, Object.keys(quantities));
  return found2.unit;
}

// src/derivations/theorems.ts
var theorems = [
  {
    id: "drain-time-is-the-ratio-of-prices",
    says: "The drain time is the hold time at which holding costs what one retrieval costs.",
    left: "retrievePrice / holdPrice",
    right: "drainTime",
    where: { fill: "1" }
  },
  {
    id: "drain-time-is-the-minimum-bill",
    says: "In a fleet, the drain time is the minimum billing time: the bill is the larger of holding and one retrieval.",
    left: "fleetKeepCost",
    right: "max(holdCost, bytesPerToken * retrievePrice)",
    where: { fill: "1" }
  },
  {
    id: "sum-is-at-most-twice-the-fleet-bill",
    says: "Hold plus retrieve is at most twice the fleet bill: what is missing to twice is an absolute value.",
    left: "2 * fleetKeepCost - (holdCost + bytesPerToken * retrievePrice)",
    right: "bytesPerToken * holdPrice * abs(holdTime - drainTime)",
    where: { fill: "1" }
  },
  {
    id: "memory-crossover-is-price-free",
    says: "The hold time at which HBM and rematerialization cost the same does not depend on the device's price; it scales with 1/memoryShare.",
    left: "memoryRematCrossover",
    right: "reuses * flopsPerParam * activeParams * memoryCapacity / (flops * mfu * bytesPerToken * memoryShare)",
    where: { flopsPerParam: "2" }
  },
  {
    id: "balanced-batch-balances",
    says: "At the balanced batch the arithmetic takes as long as reading the weights.",
    left: "computeTime",
    right: "weightTime",
    where: { batch: "balancedBatch" }
  },
  {
    id: "balanced-context-balances",
    says: "At the balanced context the arithmetic takes as long as reading the KV cache, whatever the batch.",
    left: "computeTime",
    right: "kvTime",
    where: { context: "balancedContext" }
  },
  {
    id: "break-even-bandwidth-breaks-even",
    says: "Over a path of the break-even bandwidth, loading takes as long as rematerializing.",
    left: "context * bytesPerToken / breakEvenBandwidth",
    right: "rematLatency"
  },
  {
    id: "remat-crossover-is-where-bills-meet",
    says: "At the remat crossover keeping and forgetting cost the same.",
    left: "keepCost",
    right: "forgetCost",
    where: { holdTime: "rematCrossover" }
  },
  {
    id: "wear-is-hold-time",
    says: "Writing a byte to flash costs as much as holding it for the time between two full-drive writes, whatever the price.",
    left: "wearPrice / holdPrice",
    right: "1 / driveWritesPerDay",
    where: { fill: "1" }
  }
];
function prove({ left, right, where = {} }) {
  return check(spelledOut(left, where), spelledOut(right, where));
}
function spelledOut(formula, where = {}) {
  const leaves = substitute(parse(formula), (name) => {
    const known7 = Object.hasOwn(equations, name) ? equations[name] : void 0;
    return known7 && expand(known7);
  });
  return substitute(leaves, (name) => {
    const value = Object.hasOwn(where, name) ? where[name] : void 0;
    return value === void 0 ? void 0 : spelledOut(value);
  });
}

// src/derivations/limits.ts
var anyWeights = "otherBytes + touchedShare * expertBytes";
var anyArithmetic = "forwardFlops + attentionSlowdown * attentionFlops";
var anyReads = "copies * readShare * context * bytesPerToken";
var dense = { touchedShare: "1", expertBytes: "totalParams * bytesPerParam - otherBytes" };
var oneCopy = { copies: "1" };
var fullAttention = { readShare: "1" };
var shortContext = { queryHeads: "0" };
var arithmetic2 = { tokenFlops: anyArithmetic };
var weights = { weightBytesRead: anyWeights };
var caches = { sequenceBytesRead: anyReads };
var everything = { ...arithmetic2, ...weights, ...caches };
var simplest2 = { ...dense, ...oneCopy, ...fullAttention, ...shortContext };
var allSimple = "dense, or a batch that touches every expert; one copy; full attention whose own arithmetic is little beside the weights";
var limits = [
  {
    simple: "computeTime",
    domain: "contexts so short that attention computes little beside the weights",
    general: arithmetic2,
    where: shortContext
  },
  {
    simple: "weightTime",
    domain: "dense, or a batch that touches every expert",
    general: weights,
    where: dense
  },
  {
    simple: "kvTime",
    domain: "full attention, one copy of the cache",
    general: caches,
    where: { ...oneCopy, ...fullAttention }
  },
  { simple: "stepTime", domain: allSimple, general: everything, where: simplest2 },
  { simple: "tokenCost", domain: allSimple, general: everything, where: simplest2 },
  { simple: "rooflineUtilization", domain: allSimple, general: everything, where: simplest2 },
  {
    simple: "balancedBatch",
    domain: "dense, or a batch that touches every expert; contexts so short that attention computes little",
    general: { ...arithmetic2, ...weights },
    where: { ...dense, ...shortContext }
  },
  {
    simple: "balancedContext",
    of: "balancedContextWithAttention",
    domain: "attention that computes little for a byte it reads, as with few query heads to a key",
    general: {},
    where: shortContext
  },
  {
    simple: "attentionFlops",
    of: "latentAttentionFlops",
    domain: "keys and values of their own, as wide as a head",
    general: {},
    where: { latentDim: "headDim - ropeDim / 2" }
  },
  { simple: "balancedBatchAtContext", domain: allSimple, general: everything, where: simplest2 },
  {
    simple: "rematTimeAt",
    domain: "full attention in every layer, and a head that works for every token, though engines need it for the last only",
    general: { prefillFlops: "bodyFlops + headFlops * headShare + seenShare * attentionFlops" },
    where: { bodyFlops: "forwardFlops - headFlops", headShare: "1", seenShare: "1 / 2" }
  },
  {
    simple: "loadTime",
    domain: "full attention in every layer: no windows, no constant state",
    general: { sequenceBytes: "growingBytes * context + constantBytes" },
    where: { growingBytes: "bytesPerToken", constantBytes: "0" }
  },
  {
    simple: "sequencesThatFit",
    domain: "one copy of the cache and of the weights",
    general: {
      weightBytesKept: "weightCopies * totalParams * bytesPerParam",
      sequenceBytesKept: "copies * context * bytesPerToken"
    },
    where: { ...oneCopy, weightCopies: "1" }
  }
];
function proveLimit({ simple: simple2, of = simple2, general, where }) {
  const equation2 = equationNamed(simple2);
  const open2 = expand(given(equationNamed(of), Object.keys(general)));
  const at = substitute(open2, (name) => {
    const text2 = Object.hasOwn(general, name) ? general[name] : void 0;
    return text2 === void 0 ? void 0 : spelledOut(text2);
  });
  return check(spelledOut(print(at), where), expand(equation2));
}

// src/deployment/tierPrice.ts
function priceOf(tier2, { capitalCost: capitalCost2 = 0, pue: pue2 = 1 } = {}) {
  const { id, tierPrice: tierPrice2, purchasePrice: purchasePrice2, lifetime: lifetime2, power: power4 = 0, energyPrice: energyPrice2 = 0 } = tier2;
  if (tierPrice2 !== void 0) return tierPrice2;
  if (purchasePrice2 === void 0 || lifetime2 === void 0) {
    throw new Refusal(`${id} has no price: expected tierPrice, or purchasePrice and lifetime.`);
  }
  const numbers = { purchasePrice: purchasePrice2, lifetime: lifetime2, power: power4 };
  return capitalCost2 < 1e-8 ? amortizedPrice({ ...numbers, energyPrice: energyPrice2 * pue2 }) : annualizedPrice({ ...numbers, energyPrice: energyPrice2, pue: pue2, capitalCost: capitalCost2 });
}

// src/placement/standing.ts
function standing(ours, mine) {
  if (Object.keys(mine).length === 0) return ours;
  const onOurs = mapped(mine, (own, name) => prepared2(own, without2(ours, name), {}));
  return { ...ours, ...mapped(onOurs, (own, name) => prepared2(own, without2(onOurs, name), {})) };
}
function without2(equations2, name) {
  const { [name]: _, ...others } = equations2;
  return others;
}
function mapped(equations2, change) {
  return Object.fromEntries(Object.entries(equations2).map(([name, own]) => [name, change(own, name)]));
}

// src/placement/terms.ts
var withoutCapital = ({ pue: pue2 = 1 }) => ({ pue: pue2 });
var moneyIn = ({ capitalCost: capitalCost2 = 0, pue: pue2 = 1 }) => ({ capitalCost: capitalCost2, pue: pue2 });
function effectiveStallAt(at, charged, mine) {
  const { stall: stall2 = 0, landing: landing2 = 0, devicePrice: devicePrice2 = 0 } = at;
  if (landing2 === 0 || devicePrice2 === 0) return stall2;
  const effective = prepared2(effectiveStall, standing(charged, mine), at);
  return effective(at);
}
function stageOf(id, tiers2, at, money) {
  if (id === void 0) return void 0;
  const tier2 = tiers2.find((one5) => one5.id === id);
  if (tier2 === void 0)
    throw unknownName(
      "tier to land in",
      id,
      tiers2.map((one5) => one5.id)
    );
  const { tierCapacity: tierCapacity2, tierBandwidth: tierBandwidth2, drives = 1, pathBandwidth: pathBandwidth2 = at.pathBandwidth } = tier2;
  if (tierCapacity2 === void 0 || tierBandwidth2 === void 0) {
    throw new Refusal(`${id} cannot be a stage: expected a part with a capacity and a bandwidth.`);
  }
  const { sequenceBytes: sequenceBytes2 = (at.context ?? 0) * (at.bytesPerToken ?? 0), fill: fill3 = 1 } = at;
  if (sequenceBytes2 > drives * tierCapacity2 * fill3) {
    throw new Refusal(
      `The stage ${id} holds ${drives * tierCapacity2 * fill3} B, less than one conversation of ${sequenceBytes2} B: name a larger one.`
    );
  }
  const tierPrice2 = priceOf(tier2, money);
  return {
    id,
    stageHoldPrice: holdPrice({ tierPrice: tierPrice2, tierCapacity: tierCapacity2, fill: fill3 }),
    stageReadPrice: retrievePrice({ tierPrice: tierPrice2, tierBandwidth: tierBandwidth2 }),
    stageBandwidth: drives * tierBandwidth2,
    ...pathBandwidth2 !== void 0 && { pathBandwidth: pathBandwidth2 }
  };
}

// src/placement/tierNumbers.ts
function numbersOf(tier2, money) {
  const { tierCapacity: tierCapacity2, driveWritesPerDay: driveWritesPerDay2, holdPrice: holdPrice2, retrievePrice: retrievePrice2, writePrice } = tier2;
  if (holdPrice2 !== void 0) {
    return { holdPrice: holdPrice2, retrievePrice: retrievePrice2 ?? 0, ...writePrice !== void 0 && { wearPrice: writePrice } };
  }
  if (tierCapacity2 === void 0)
    throw new Refusal(`${tier2.id} has no capacity: expected tierCapacity in B, or a holdPrice.`);
  const { drives = 1 } = tier2;
  return {
    tierPrice: drives * priceOf(tier2, money),
    tierCapacity: drives * tierCapacity2,
    ...driveWritesPerDay2 !== void 0 && { driveWritesPerDay: driveWritesPerDay2 }
  };
}

// src/placement/candidate.ts
function memoryCandidate(charged, at, mine, basis) {
  const numbers = joined(at, { retrieveCost: 0, writeCost: 0 });
  return kept("hbm", basis, numbers, numbers, standing(charged, mine));
}
function memoryPartCandidate(tier2, at, mine, money) {
  const free = { retrieveCost: 0, writeCost: 0 };
  const [numbers, bare2] = [numbersOf(tier2, money), numbersOf(tier2, withoutCapital(money))].map(
    (own) => joined(at, own, free)
  );
  return kept("hbm", tier2.basis ?? "given", numbers, bare2, standing({}, mine));
}
function rematCandidate(at, mine) {
  const atContext = at.context === void 0 || at.rematCost !== void 0 ? {} : { rematCost: rematCostAt };
  const total2 = prepared2(forgetCost, standing(atContext, mine), at);
  return { option: "remat", basis: "rented", at, bare: at, total: total2 };
}
function kept(option, basis, at, bare2, mine) {
  const parts2 = {
    hold: prepared2(holdCost, mine, at),
    retrieve: prepared2(retrieveCost, mine, at),
    write: prepared2(writeCost, mine, at),
    sum: prepared2(keepCost, mine, at, ["holdCost", "retrieveCost", "writeCost"])
  };
  return { option, basis, at, bare: bare2, total: prepared2(keepCost, mine, at), parts: parts2 };
}
function joined(...records2) {
  const all = {};
  for (const record3 of records2) for (const name in record3) all[name] = record3[name];
  return all;
}

// src/placement/needed.ts
var { prefillFlops: prefillFlops2, weightBytesKept: weightBytesKept2, keepCost: keepCost2, retrieveCostOverPath: retrieveCostOverPath2, loadTime: loadTime2 } = derivations_exports;
var { retrieveCostStaged: retrieveCostStaged2, stagedLoadTime: stagedLoadTime2, sustainedRetrievePrice: sustainedRetrievePrice2, workloadPrice: workloadPrice2 } = derivations_exports;
var ofPrefill = prefillFlops2.leaves.filter((name) => name !== "context");
var ofWeights = weightBytesKept2.leaves;
var namesOf = (...equations2) => new Set(equations2.flatMap((equation2) => [...equation2.leaves, ...lineage(equation2).map(({ name }) => name)]));
var waiting = [
  ...[keepCost2, retrieveCostOverPath2, loadTime2, retrieveCostStaged2, stagedLoadTime2],
  ...[sustainedRetrievePrice2, workloadPrice2]
];
var ofWaiting = [...namesOf(...waiting)];
var ofAll = [
  ...namesOf(
    ...waiting,
    ...[memoryHoldPrice, memoryHoldPriceAfterWeights, effectiveStall],
    ...[forgetCost, rematCostAt, rematWait]
  ),
  ...["context", "sequenceBytesKept"]
];
var asked = [[], ofPrefill].map(
  (prefill) => [[], ofWeights].map((weights2) => {
    const idle = /* @__PURE__ */ new Set([...prefill, ...weights2]);
    return ofAll.filter((name) => !idle.has(name));
  })
);
function neededNumbers(inputs2) {
  const byPrefill = asked[inputs2.prefillFlops === void 0 ? 0 : 1];
  return picked(inputs2, byPrefill?.[inputs2.weightBytesKept === void 0 ? 0 : 1] ?? ofAll);
}
var waitingNumbers = (inputs2) => picked(inputs2, ofWaiting);
function picked(inputs2, names7) {
  const found2 = {};
  for (const name of names7) {
    const value = inputs2[name];
    if (value !== void 0) found2[name] = value;
  }
  return found2;
}

// src/placement/tierCandidate.ts
function tierCandidate(tier2, at, mine, terms) {
  const stage = stageFor(tier2, terms.stage);
  const rated = ratedBy(tier2, terms);
  const limited = limitOf(tier2, at, rated);
  const own = joined(bandwidthsOf(tier2, at, stage), limited);
  const free = terms.free || tier2.writePrice === void 0 && rated.length === 0;
  if (free && mine.writeCost === void 0) own.writeCost = 0;
  const bare2 = joined(at, numbersOf(tier2, withoutCapital(terms.money)), own, stage ? { landing: 0 } : {});
  const stall2 = own.tierBandwidth === Number.POSITIVE_INFINITY ? at.stall ?? 0 : terms.effectiveStall;
  const full = joined(at, numbersOf(tier2, terms.money), own, { stall: stall2 });
  const ours = equationsFor(stage, own, limited, rated);
  return {
    ...kept(tier2.id, tier2.basis ?? "given", full, bare2, standing(ours, mine)),
    drives: tier2.drives ?? 1,
    arm: tier2.ratedWorkload !== void 0 || tier2.record?.medium === "disk",
    rated: terms.free ? rated.filter((rating) => rating === "workload") : rated,
    ...stage && { stage: stage.id }
  };
}
var ratedBy = ({ driveWritesPerDay: driveWritesPerDay2, ratedWorkload: ratedWorkload2, holdPrice: holdPrice2 }, terms) => holdPrice2 !== void 0 ? [] : [
  ...terms.endurance && driveWritesPerDay2 !== void 0 ? ["endurance"] : [],
  ...terms.workload && ratedWorkload2 !== void 0 ? ["workload"] : []
];
function limitOf({ ratedWorkload: ratedWorkload2, tierBandwidth: tierBandwidth2, holdPrice: holdPrice2, drives = 1 }, { bandwidthUse: bandwidthUse2 = 1 }, rated) {
  if (rated.includes("workload")) return { ratedWorkload: drives * ratedWorkload2 };
  const all = holdPrice2 !== void 0 || tierBandwidth2 === void 0 || bandwidthUse2 === 1;
  return all ? {} : { ratedWorkload: Number.POSITIVE_INFINITY };
}
function equationsFor(stage, { pathBandwidth: pathBandwidth2 }, { ratedWorkload: ratedWorkload2 }, rated) {
  const retrieveCost2 = stage !== void 0 ? retrieveCostStaged : pathBandwidth2 !== void 0 ? retrieveCostOverPath : retrieveCost;
  const limits2 = ratedWorkload2 === void 0 ? {} : { retrievePrice: sustainedRetrievePrice };
  const ours = { ...limits2 };
  if (rated.includes("workload")) ours.wearPrice = workloadPrice;
  if (retrieveCost2 !== retrieveCost) ours.retrieveCost = prepared2(retrieveCost2, limits2, {});
  return ours;
}
function bandwidthsOf(tier2, at, stage) {
  const path = pathTo(tier2, at);
  const bandwidth2 = tier2.tierBandwidth === void 0 ? path : (tier2.drives ?? 1) * tier2.tierBandwidth;
  if (bandwidth2 === void 0 && (at.stall ?? 0) > 0) {
    throw new Refusal(`${tier2.id} has no bandwidth to count a stall with: give pathBandwidth, or stall 0.`);
  }
  const tierBandwidth2 = bandwidth2 ?? Number.POSITIVE_INFINITY;
  if (stage === void 0) return { tierBandwidth: tierBandwidth2, ...path !== void 0 && { pathBandwidth: path } };
  const { id: _, ...onward } = stage;
  return { ...onward, tierBandwidth: hasOwnPath(tier2) ? Math.min(tierBandwidth2, path ?? tierBandwidth2) : tierBandwidth2 };
}
var pathTo = (tier2, at) => hasOwnPath(tier2) ? tier2.pathBandwidth : at.pathBandwidth ?? tier2.pathBandwidth;
var hasOwnPath = ({ pathBandwidth: pathBandwidth2, holdPrice: holdPrice2, known: known7 }) => pathBandwidth2 !== void 0 && (holdPrice2 !== void 0 || known7?.pathBandwidth !== void 0);
function stageFor(tier2, stage) {
  if (stage === void 0 || stage.id === tier2.id) return void 0;
  const bandwidth2 = (tier2.drives ?? 1) * (tier2.tierBandwidth ?? tier2.pathBandwidth ?? Number.POSITIVE_INFINITY);
  return bandwidth2 < stage.stageBandwidth ? stage : void 0;
}

// src/placement/practice.ts
function compressedCandidate(name, { ratio, decodeTime: decodeTime2 = 0 }, tier2, at, mine, terms) {
  if (!(ratio >= 1 && Number.isFinite(ratio))) {
    throw new Refusal(`The ratio of ${name} is ${ratio}: expected bytes before over bytes after, 1 or more.`);
  }
  const { bytesPerToken: bytesPerToken2 = 0, context: context2 = 1, sequenceBytes: sequenceBytes2 = context2 * bytesPerToken2 } = at;
  const packed = joined(at, { bytesPerToken: bytesPerToken2 / ratio, sequenceBytes: sequenceBytes2 / ratio, decodeTime: decodeTime2 });
  const ours = { ...mine, keepCost: mine.keepCost ?? compressedCost };
  const found2 = tierCandidate(tier2, packed, ours, terms);
  const { devicePrice: devicePrice2 = 0, reuses: reuses2 = 1 } = at;
  return { ...found2, option: `${tier2.id}/${name}`, ...decodeTime2 * devicePrice2 * reuses2 > 0 && { recomputes: true } };
}
function parallelCandidate(tier2, at, mine, terms, remat) {
  const { effectiveStall: _, ...rest2 } = terms;
  const busy = joined(at, { stall: 0, landing: 0 });
  const whole5 = tierCandidate(tier2, busy, mine, { ...rest2, effectiveStall: 0 });
  if (!Number.isFinite(whole5.at.tierBandwidth)) return void 0;
  const path = { pathBandwidth: whole5.at.pathBandwidth ?? Number.POSITIVE_INFINITY };
  const both2 = { ...remat.at, ...whole5.at, ...path };
  const own = { frontShare: call(frontShare, both2), rematCost: rematCostOf(remat, mine) };
  const ours = { ...mine, keepCost: mine.keepCost ?? parallelCost };
  const found2 = tierCandidate(tier2, joined(busy, own), ours, { ...rest2, effectiveStall: 0 });
  return { ...found2, option: `${tier2.id}+remat`, waits: call(parallelWait, both2), recomputes: true };
}
function rematCostOf({ at, total: total2 }, mine) {
  const once = mine.forgetCost === void 0 ? { ...at, reuses: 1 } : at;
  return total2(once);
}

// src/catalog/acceleratorRecords.ts
import * as v6 from "valibot";

// data/accelerators.json
var accelerators_default = {
  "h100-sxm": {
    name: "NVIDIA H100 80GB SXM5",
    vendor: "NVIDIA",
    marketedCapacity: { value: 80, unit: "GB", source: "lockwood-h100", kind: "spec" },
    driverCapacity: { value: 81559, unit: "MiB", source: "nvidia-smi", kind: "measured" },
    memoryBandwidth: { value: 3.35, unit: "TB/s", source: "lockwood-h100", kind: "spec" },
    flops: {
      bf16: { value: 989.4, unit: "TFLOP/s", source: "lockwood-h100", kind: "spec", note: "twice this with 2:4 sparsity" },
      fp8: { value: 1978.9, unit: "TFLOP/s", source: "lockwood-h100", kind: "spec", note: "twice this with 2:4 sparsity" }
    },
    scaleUpDevices: { value: 8, unit: "1", source: "lockwood-h100", kind: "spec", confidence: "medium" },
    scaleUpBandwidth: { value: 900, unit: "GB/s", source: "lockwood-h100", kind: "spec" },
    hostBandwidth: { value: 64, unit: "GB/s", source: "lockwood-h100", kind: "spec", note: "PCIe Gen5 x16" },
    tdp: { value: 700, unit: "W", source: "lockwood-h100", kind: "spec" },
    rental: [
      { value: 2.35, unit: "USD/h", source: "techreader", kind: "quoted", asOf: "2026-03", confidence: "medium", band: "typical", note: "one-year contract, neocloud" },
      { value: 1.7, unit: "USD/h", source: "neighborhood", kind: "quoted", asOf: "2025-10", confidence: "medium", band: "typical", note: "the same one-year contract at its lowest" },
      { value: 1.35, unit: "USD/h", source: "sesame-disk", kind: "quoted", asOf: "2026-05", confidence: "medium", band: "low", note: "spot" },
      { value: 2.6, unit: "USD/h", source: "silicon-data", kind: "quoted", asOf: "2026-06/2026-07", confidence: "medium", band: "typical", note: "index, approximate" },
      { value: 2.95, unit: "USD/h", source: "aimultiple", kind: "quoted", asOf: "2026-05-20", confidence: "medium", band: "typical", note: "on demand, median of 37 providers" },
      { value: 3.78, unit: "USD/h", source: "techbytes", kind: "quoted", asOf: "2026-05-07", confidence: "medium", band: "high", note: "Lambda, one GPU on demand" },
      { value: 3.9492, unit: "USD/h", source: "techbytes", kind: "quoted", asOf: "2026-05-07", confidence: "medium", band: "high", note: "Modal, serverless" },
      { value: 6.88, unit: "USD/h", source: "vantage", kind: "quoted", asOf: "2026", confidence: "medium", band: "high", note: "AWS p5 on demand, an eighth of 55.04" },
      { value: 4.916, unit: "USD/h", source: "aws-blocks", kind: "quoted", asOf: "2024-Q4", confidence: "medium", band: "high", note: "AWS Capacity Block, an eighth of 39.33" },
      { value: 14.9, unit: "USD/h", source: "gmi", kind: "quoted", asOf: "2026-04-13", confidence: "low", band: "high", note: "top of the quoted range" },
      { value: 10.8, unit: "USD/h", source: "scaling-book", kind: "quoted", asOf: "2025-02", confidence: "medium", band: "high", note: "as used in the book" }
    ],
    purchase: [
      { value: 25e3, unit: "USD", source: "fetchlogic", kind: "quoted", confidence: "low", basis: "component", market: "street" },
      { value: 3e4, unit: "USD", source: "alpha-one", kind: "quoted", confidence: "low", basis: "component", market: "list" }
    ]
  },
  "a100-80gb-sxm": {
    name: "NVIDIA A100 80GB SXM4",
    vendor: "NVIDIA",
    marketedCapacity: { value: 80, unit: "GB", source: "lockwood-a100", kind: "spec" },
    memoryBandwidth: { value: 2.039, unit: "TB/s", source: "lockwood-a100", kind: "spec" },
    flops: {
      bf16: { value: 312, unit: "TFLOP/s", source: "lockwood-a100", kind: "spec", note: "twice this with 2:4 sparsity" }
    },
    scaleUpDevices: { value: 8, unit: "1", source: "lockwood-a100", kind: "spec", confidence: "medium" },
    scaleUpBandwidth: { value: 600, unit: "GB/s", source: "lockwood-a100", kind: "spec" },
    hostBandwidth: { value: 32, unit: "GB/s", source: "lockwood-a100", kind: "spec", note: "PCIe Gen4 x16" },
    tdp: { value: 400, unit: "W", source: "lockwood-a100", kind: "spec" },
    rental: [
      { value: 1.3, unit: "USD/h", source: "mercatus", kind: "quoted", asOf: "2026-05", confidence: "medium", band: "typical", note: "middle of 1.10 to 1.50, specialised clouds" },
      { value: 0.8, unit: "USD/h", source: "mercatus", kind: "quoted", asOf: "2026-05", confidence: "medium", band: "low", note: "long-tail floor" },
      { value: 0.35, unit: "USD/h", source: "sesame-disk", kind: "quoted", asOf: "2026-05", confidence: "medium", band: "low", note: "spot" },
      { value: 2.4984, unit: "USD/h", source: "techbytes", kind: "quoted", asOf: "2026-05-07", confidence: "medium", band: "high", note: "Modal, serverless" },
      { value: 3, unit: "USD/h", source: "mercatus", kind: "quoted", asOf: "2026-05", confidence: "medium", band: "high", note: "hyperscaler ceiling" },
      { value: 2.745, unit: "USD/h", source: "vantage", kind: "quoted", asOf: "2026", confidence: "medium", band: "high", note: "AWS p4d, which has the 40 GB card" }
    ],
    purchase: []
  },
  "h200-sxm": {
    name: "NVIDIA H200 141GB SXM5",
    vendor: "NVIDIA",
    marketedCapacity: { value: 141, unit: "GB", source: "itkb", kind: "spec" },
    driverCapacity: { value: 143771, unit: "MiB", source: "nvidia-smi", kind: "measured" },
    memoryBandwidth: { value: 4.8, unit: "TB/s", source: "itkb", kind: "spec" },
    flops: {
      bf16: { value: 989, unit: "TFLOP/s", source: "itkb", kind: "spec" },
      fp8: { value: 1979, unit: "TFLOP/s", source: "itkb", kind: "spec" }
    },
    scaleUpDevices: { value: 8, unit: "1", source: "itkb", kind: "spec", confidence: "medium" },
    scaleUpBandwidth: { value: 900, unit: "GB/s", source: "itkb", kind: "spec" },
    hostBandwidth: { value: 64, unit: "GB/s", source: "acecloud", kind: "spec", note: "PCIe Gen5 x16" },
    tdp: { value: 700, unit: "W", source: "itkb", kind: "spec" },
    rental: [
      { value: 4, unit: "USD/h", source: "mercatus", kind: "quoted", asOf: "2026-05", confidence: "medium", band: "typical", note: "middle of 3.50 to 4.50, specialised clouds" },
      { value: 4.54, unit: "USD/h", source: "spheron", kind: "quoted", asOf: "2026-03-17", confidence: "medium", band: "typical", note: "on demand" },
      { value: 2.5, unit: "USD/h", source: "mercatus", kind: "quoted", asOf: "2026-05", confidence: "medium", band: "low", note: "long-tail floor" },
      { value: 5.2, unit: "USD/h", source: "administracion", kind: "quoted", asOf: "2026-01", confidence: "medium", band: "high", note: "AWS Capacity Block p5en, after a 15% rise" },
      { value: 4.975, unit: "USD/h", source: "administracion", kind: "quoted", asOf: "2026-01", confidence: "medium", band: "high", note: "AWS Capacity Block p5e, after a 15% rise" },
      { value: 7.912, unit: "USD/h", source: "vantage", kind: "quoted", asOf: "2026", confidence: "medium", band: "high", note: "AWS p5en on demand, an eighth" }
    ],
    purchase: [
      { value: 35e3, unit: "USD", source: "alpha-one", kind: "quoted", confidence: "low", basis: "component", market: "list" }
    ]
  },
  "h800-sxm": {
    name: "NVIDIA H800 80GB SXM5",
    vendor: "NVIDIA",
    marketedCapacity: { value: 80, unit: "GB", source: "aiwiki-h800", kind: "spec", confidence: "medium" },
    driverCapacity: { value: 81559, unit: "MiB", source: "nvidia-smi", kind: "measured" },
    memoryBandwidth: { value: 3.35, unit: "TB/s", source: "philisun", kind: "spec", confidence: "medium", note: "as H100; one page wrongly says it was cut" },
    flops: {
      bf16: { value: 989.4, unit: "TFLOP/s", source: "philisun", kind: "spec", confidence: "medium", note: "as H100" },
      fp8: { value: 1978.9, unit: "TFLOP/s", source: "philisun", kind: "spec", confidence: "medium", note: "as H100" }
    },
    scaleUpDevices: { value: 8, unit: "1", source: "aiwiki-h800", kind: "spec", confidence: "medium" },
    scaleUpBandwidth: { value: 400, unit: "GB/s", source: "tumgag", kind: "spec", confidence: "medium", note: "cut from 900" },
    hostBandwidth: { value: 64, unit: "GB/s", source: "lockwood-h100", kind: "spec", confidence: "medium", note: "as H100" },
    tdp: { value: 700, unit: "W", source: "aiwiki-h800", kind: "spec", confidence: "low", note: "another page says 550" },
    rental: [
      { value: 2, unit: "USD/h", source: "deepseek-v3", kind: "quoted", asOf: "2024-12", band: "typical", note: "the report's own assumption" }
    ],
    purchase: []
  },
  "b200-hgx": {
    name: "NVIDIA B200 (HGX, 1000 W)",
    vendor: "NVIDIA",
    marketedCapacity: { value: 180, unit: "GB", source: "verda", kind: "spec", note: "usable; 192 is the raw figure" },
    driverCapacity: { value: 183359, unit: "MiB", source: "nvidia-smi", kind: "measured" },
    memoryBandwidth: { value: 7.7, unit: "TB/s", source: "verda", kind: "spec", note: "headline 8" },
    flops: {
      bf16: { value: 2250, unit: "TFLOP/s", source: "lockwood-b200", kind: "spec" },
      fp8: { value: 4500, unit: "TFLOP/s", source: "lockwood-b200", kind: "spec", note: "9,000 is sparse" },
      fp4: { value: 9e3, unit: "TFLOP/s", source: "lockwood-b200", kind: "spec", note: "18,000 is sparse" }
    },
    scaleUpDevices: { value: 8, unit: "1", source: "lockwood-b200", kind: "spec", confidence: "medium" },
    scaleUpBandwidth: { value: 1800, unit: "GB/s", source: "lockwood-b200", kind: "spec" },
    hostBandwidth: { value: 64, unit: "GB/s", source: "toms-blackwell-ultra", kind: "spec", confidence: "medium", note: "PCIe Gen5 x16 as deployed; Gen6 elsewhere" },
    tdp: { value: 1e3, unit: "W", source: "lockwood-b200", kind: "spec" },
    rental: [
      { value: 5.3, unit: "USD/h", source: "silicon-data", kind: "quoted", asOf: "2026-06/2026-07", confidence: "medium", band: "typical", note: "index, approximate" },
      { value: 6.03, unit: "USD/h", source: "spheron", kind: "quoted", asOf: "2026-03-17", confidence: "medium", band: "typical", note: "on demand" },
      { value: 5.25, unit: "USD/h", source: "lyceum", kind: "quoted", asOf: "2026-03-11", confidence: "medium", band: "typical", note: "middle of 4.50 to 6.00, specialised clouds" },
      { value: 2.65, unit: "USD/h", source: "inworld", kind: "quoted", asOf: "2026-04-13", confidence: "medium", band: "low", note: "reserved" },
      { value: 2.25, unit: "USD/h", source: "lyceum", kind: "quoted", asOf: "2026-03-11", confidence: "medium", band: "low", note: "spot" },
      { value: 14.2416, unit: "USD/h", source: "vantage", kind: "quoted", asOf: "2026", confidence: "medium", band: "high", note: "AWS p6-b200 on demand, an eighth" }
    ],
    purchase: [
      { value: 4e4, unit: "USD", source: "alpha-one", kind: "quoted", confidence: "low", basis: "component", market: "list" },
      { value: 6400, unit: "USD", source: "silicon-analysts", kind: "quoted", confidence: "low", basis: "component", market: "estimate", note: "bill of materials, 45.3% of it HBM" }
    ]
  },
  "gb200-nvl72": {
    name: "NVIDIA GB200 NVL72, one GPU (1200 W)",
    vendor: "NVIDIA",
    marketedCapacity: { value: 186, unit: "GB", source: "toms-blackwell-ultra", kind: "spec", note: "usable" },
    memoryBandwidth: { value: 8, unit: "TB/s", source: "nvidia-gb200", kind: "spec", note: "576 a rack" },
    flops: {
      bf16: { value: 2500, unit: "TFLOP/s", source: "lockwood-b200", kind: "spec", note: "at 1,200 W; another table says 2,250" },
      fp8: { value: 5e3, unit: "TFLOP/s", source: "lockwood-b200", kind: "spec", note: "360 PFLOP/s a rack" },
      fp4: { value: 1e4, unit: "TFLOP/s", source: "lockwood-b200", kind: "spec", note: "720 PFLOP/s a rack; 1,440 is sparse" }
    },
    scaleUpDevices: { value: 72, unit: "1", source: "nvidia-gb200", kind: "spec" },
    scaleUpBandwidth: { value: 1800, unit: "GB/s", source: "nvidia-gb200", kind: "spec" },
    hostBandwidth: { value: 450, unit: "GB/s", source: "nvidia-gb200", kind: "spec", confidence: "medium", note: "NVLink-C2C, shared by two GPUs: half of it each if both pull" },
    tdp: { value: 1200, unit: "W", source: "lockwood-b200", kind: "spec" },
    hostCapacity: { value: 480, unit: "GB", source: "nvidia-gb200", kind: "spec", note: "per CPU" },
    hostMemoryBandwidth: { value: 512, unit: "GB/s", source: "nvidia-gb200", kind: "spec", note: "per CPU" },
    rental: [
      { value: 4.54, unit: "USD/h", source: "spheron", kind: "quoted", asOf: "2026-03-17", confidence: "medium", band: "typical", note: "half of 9.08 a superchip" }
    ],
    purchase: [
      { value: 43056, unit: "USD", source: "fetchlogic", kind: "quoted", confidence: "low", basis: "component", market: "rack", note: "3.1 MUSD a rack" },
      { value: 13500, unit: "USD", source: "silicon-analysts", kind: "quoted", confidence: "low", basis: "component", market: "estimate", note: "superchip bill of materials, 43% of it HBM" }
    ]
  },
  "gb300-nvl72": {
    name: "NVIDIA GB300 NVL72 (Blackwell Ultra), one GPU",
    vendor: "NVIDIA",
    marketedCapacity: { value: 279, unit: "GB", source: "verda", kind: "spec", note: "usable; headline 288" },
    memoryBandwidth: { value: 8, unit: "TB/s", source: "verda", kind: "spec" },
    flops: {
      bf16: { value: 2500, unit: "TFLOP/s", source: "verda", kind: "spec", note: "other tables say 3,500 and 5,000" },
      fp8: { value: 5e3, unit: "TFLOP/s", source: "verda", kind: "spec", note: "other tables say 7,000 and 10,000" },
      fp4: { value: 15e3, unit: "TFLOP/s", source: "nvidia-ultra-blog", kind: "spec", note: "20,000 is sparse" }
    },
    scaleUpDevices: { value: 72, unit: "1", source: "nvidia-gb300", kind: "spec" },
    scaleUpBandwidth: { value: 1800, unit: "GB/s", source: "nvidia-gb300", kind: "spec" },
    hostBandwidth: { value: 450, unit: "GB/s", source: "verda", kind: "spec", confidence: "medium", note: "NVLink-C2C, shared by two GPUs" },
    tdp: { value: 1400, unit: "W", source: "verda", kind: "spec" },
    hostCapacity: { value: 480, unit: "GB", source: "nvidia-gb300", kind: "spec", note: "per CPU" },
    hostMemoryBandwidth: { value: 389, unit: "GB/s", source: "nvidia-gb300", kind: "spec", confidence: "medium", note: "per CPU; 512 elsewhere" },
    rental: [],
    purchase: [
      { value: 55556, unit: "USD", source: "blogerroom", kind: "quoted", confidence: "low", basis: "component", market: "rack", note: "about 4.0 MUSD a rack" }
    ]
  },
  "b300-hgx": {
    name: "NVIDIA B300 (HGX)",
    vendor: "NVIDIA",
    marketedCapacity: { value: 270, unit: "GB", source: "verda", kind: "spec", confidence: "medium", note: "usable" },
    memoryBandwidth: { value: 7.7, unit: "TB/s", source: "verda", kind: "spec" },
    flops: {
      bf16: { value: 2250, unit: "TFLOP/s", source: "lockwood-b300", kind: "spec" },
      fp8: { value: 4500, unit: "TFLOP/s", source: "lockwood-b300", kind: "spec" },
      fp4: { value: 13125, unit: "TFLOP/s", source: "lockwood-b300", kind: "spec", note: "another table says 14,000" }
    },
    scaleUpDevices: { value: 8, unit: "1", source: "lockwood-b300", kind: "spec", confidence: "medium" },
    scaleUpBandwidth: { value: 1800, unit: "GB/s", source: "lockwood-b300", kind: "spec" },
    hostBandwidth: { value: 128, unit: "GB/s", source: "toms-blackwell-ultra", kind: "spec", confidence: "medium", note: "PCIe Gen6 x16" },
    tdp: { value: 1100, unit: "W", source: "verda", kind: "spec", confidence: "medium", note: "1,400 at most elsewhere" },
    rental: [],
    purchase: []
  },
  "vr200-nvl72": {
    name: "NVIDIA Vera Rubin NVL72 (VR200), one GPU package",
    vendor: "NVIDIA",
    marketedCapacity: { value: 288, unit: "GB", source: "kad8", kind: "spec" },
    memoryBandwidth: { value: 22, unit: "TB/s", source: "kad8", kind: "spec", note: "13 when announced in 2025" },
    flops: {
      bf16: { value: 4e3, unit: "TFLOP/s", source: "nvidia-vr200", kind: "spec", confidence: "medium" },
      fp8: { value: 17500, unit: "TFLOP/s", source: "nvidia-vr200", kind: "spec", confidence: "medium" },
      fp4: { value: 35e3, unit: "TFLOP/s", source: "nvidia-rubin-blog", kind: "spec", confidence: "medium", note: "the 50,000 headline counts adaptive compression" }
    },
    scaleUpDevices: { value: 72, unit: "1", source: "kad8", kind: "spec", confidence: "medium" },
    scaleUpBandwidth: { value: 3600, unit: "GB/s", source: "nvidia-vr200", kind: "spec" },
    hostBandwidth: { value: 900, unit: "GB/s", source: "nvidia-vr200", kind: "spec", confidence: "medium", note: "NVLink-C2C, shared by two GPUs" },
    tdp: { value: 1800, unit: "W", source: "mirrorfrog", kind: "spec", confidence: "low", note: "2,300 elsewhere" },
    hostCapacity: { value: 1500, unit: "GB", source: "kad8", kind: "spec", note: "per CPU" },
    hostMemoryBandwidth: { value: 1200, unit: "GB/s", source: "kad8", kind: "spec", note: "per CPU" },
    rental: [],
    purchase: [
      { value: 108333, unit: "USD", source: "blogerroom", kind: "quoted", confidence: "low", basis: "component", market: "rack", note: "7.8 MUSD a rack" }
    ]
  },
  mi300x: {
    name: "AMD Instinct MI300X",
    vendor: "AMD",
    marketedCapacity: { value: 192, unit: "GB", source: "rooflinenotes", kind: "spec" },
    memoryBandwidth: { value: 5.3, unit: "TB/s", source: "rooflinenotes", kind: "spec" },
    flops: {
      bf16: { value: 1307.4, unit: "TFLOP/s", source: "rooflinenotes", kind: "spec" },
      fp8: { value: 2614.9, unit: "TFLOP/s", source: "rooflinenotes", kind: "spec" }
    },
    scaleUpDevices: { value: 8, unit: "1", source: "rooflinenotes", kind: "spec", confidence: "medium" },
    scaleUpBandwidth: { value: 896, unit: "GB/s", source: "hubacek", kind: "spec", confidence: "medium", note: "7 links of 128" },
    hostBandwidth: { value: 64, unit: "GB/s", source: "wiaix", kind: "spec", confidence: "medium", note: "PCIe Gen5 x16" },
    tdp: { value: 750, unit: "W", source: "hubacek", kind: "spec" },
    rental: [
      { value: 1.99, unit: "USD/h", source: "cliff-center", kind: "quoted", asOf: "2026-05-18", confidence: "medium", band: "typical", note: "median" },
      { value: 1.5, unit: "USD/h", source: "cliff-center", kind: "quoted", asOf: "2026-05-18", confidence: "medium", band: "low", note: "TensorWave" },
      { value: 1.71, unit: "USD/h", source: "cliff-center", kind: "quoted", asOf: "2026-05-18", confidence: "medium", band: "low", note: "Crusoe, spot" },
      { value: 1.85, unit: "USD/h", source: "cliff-center", kind: "quoted", asOf: "2026-05-18", confidence: "medium", band: "low", note: "Vultr" },
      { value: 6, unit: "USD/h", source: "cliff-center", kind: "quoted", asOf: "2026-05-18", confidence: "medium", band: "high", note: "Azure, Oracle" }
    ],
    purchase: []
  },
  mi325x: {
    name: "AMD Instinct MI325X",
    vendor: "AMD",
    marketedCapacity: { value: 256, unit: "GB", source: "wiaix", kind: "spec" },
    memoryBandwidth: { value: 6, unit: "TB/s", source: "wiaix", kind: "spec" },
    flops: {
      bf16: { value: 1307.4, unit: "TFLOP/s", source: "rooflinenotes", kind: "spec" },
      fp8: { value: 2614.9, unit: "TFLOP/s", source: "rooflinenotes", kind: "spec" }
    },
    scaleUpDevices: { value: 8, unit: "1", source: "wiaix", kind: "spec" },
    scaleUpBandwidth: { value: 896, unit: "GB/s", source: "hubacek", kind: "spec", confidence: "low", note: "as MI300X" },
    hostBandwidth: { value: 64, unit: "GB/s", source: "wiaix", kind: "spec", confidence: "medium" },
    tdp: { value: 1e3, unit: "W", source: "unverified-vendor", kind: "assumed", confidence: "low" },
    rental: [
      { value: 1.95, unit: "USD/h", source: "cliff-center", kind: "quoted", asOf: "2026-05-18", confidence: "medium", band: "typical", note: "TensorWave" }
    ],
    purchase: []
  },
  mi355x: {
    name: "AMD Instinct MI355X",
    vendor: "AMD",
    marketedCapacity: { value: 288, unit: "GB", source: "aiwiki-mi355x", kind: "spec" },
    memoryBandwidth: { value: 8, unit: "TB/s", source: "aiwiki-mi355x", kind: "spec" },
    flops: {
      bf16: { value: 2500, unit: "TFLOP/s", source: "rooflinenotes", kind: "spec" },
      fp8: { value: 5e3, unit: "TFLOP/s", source: "rooflinenotes", kind: "spec", confidence: "medium", note: "dense; one page calls it sparse" },
      fp4: { value: 1e4, unit: "TFLOP/s", source: "yobitel", kind: "spec", confidence: "medium", note: "FP4 has no sparse mode here" }
    },
    scaleUpDevices: { value: 8, unit: "1", source: "rooflinenotes", kind: "spec", confidence: "medium" },
    scaleUpBandwidth: { value: 1075, unit: "GB/s", source: "unverified-vendor", kind: "assumed", confidence: "low", note: "7 links of 153.6" },
    hostBandwidth: { value: 64, unit: "GB/s", source: "unverified-vendor", kind: "assumed", confidence: "low", note: "PCIe Gen5 x16" },
    tdp: { value: 1400, unit: "W", source: "aiwiki-mi355x", kind: "spec" },
    rental: [],
    purchase: [
      { value: 8e3, unit: "USD", source: "silicon-analysts", kind: "quoted", confidence: "low", basis: "component", market: "estimate", note: "bill of materials, 54.4% of it HBM" }
    ]
  },
  "tpu-v4": {
    name: "Google TPU v4",
    vendor: "Google",
    marketedCapacity: { value: 32, unit: "GiB", source: "gcp-tpu-2022", kind: "spec" },
    memoryBandwidth: { value: 1228, unit: "GB/s", source: "unverified-vendor", kind: "assumed", confidence: "low" },
    flops: {
      bf16: { value: 275, unit: "TFLOP/s", source: "gcp-tpu-v4", kind: "spec" }
    },
    scaleUpDevices: { value: 4096, unit: "1", source: "gcp-tpu-v4", kind: "spec", confidence: "medium", note: "pod" },
    scaleUpBandwidth: { value: 300, unit: "GB/s", source: "unverified-vendor", kind: "assumed", confidence: "low" },
    rental: [
      { value: 3.22, unit: "USD/h", source: "gcp-tpu-2023", kind: "quoted", asOf: "2023", confidence: "low", band: "typical", note: "a 32nd of 103.04" }
    ],
    purchase: []
  },
  "tpu-v5e": {
    name: "Google TPU v5e",
    vendor: "Google",
    marketedCapacity: { value: 16, unit: "GB", source: "gcp-tpu-v5e", kind: "spec" },
    memoryBandwidth: { value: 819, unit: "GB/s", source: "gcp-tpu-v5e", kind: "spec", note: "another copy: 800 GiB/s" },
    flops: {
      bf16: { value: 197, unit: "TFLOP/s", source: "gcp-tpu-v5e", kind: "spec" }
    },
    scaleUpDevices: { value: 256, unit: "1", source: "gcp-tpu-v5e", kind: "spec" },
    scaleUpBandwidth: { value: 400, unit: "GB/s", source: "gcp-tpu-v5e", kind: "spec" },
    rental: [
      { value: 1.2, unit: "USD/h", source: "gcp-tpu-2026", kind: "quoted", asOf: "2026", confidence: "medium", band: "typical", note: "list" }
    ],
    purchase: []
  },
  "tpu-v5p": {
    name: "Google TPU v5p",
    vendor: "Google",
    marketedCapacity: { value: 95, unit: "GiB", source: "gcp-tpus", kind: "spec" },
    memoryBandwidth: { value: 2765, unit: "GB/s", source: "gcp-tpus", kind: "spec" },
    flops: {
      bf16: { value: 459, unit: "TFLOP/s", source: "gcp-tpus", kind: "spec" },
      fp8: { value: 459, unit: "TFLOP/s", source: "gcp-tpus", kind: "spec", note: "no gain over bf16" }
    },
    scaleUpDevices: { value: 8960, unit: "1", source: "gcp-tpus", kind: "spec" },
    scaleUpBandwidth: { value: 1200, unit: "GB/s", source: "gcp-tpus", kind: "spec" },
    hostCapacity: { value: 448, unit: "GB", source: "gcp-tpus", kind: "spec", note: "four-chip VM" },
    rental: [
      { value: 4.2, unit: "USD/h", source: "scaling-book", kind: "quoted", asOf: "2025-02", confidence: "medium", band: "typical" }
    ],
    purchase: []
  },
  "tpu-v6e": {
    name: "Google TPU v6e (Trillium)",
    vendor: "Google",
    marketedCapacity: { value: 32, unit: "GiB", source: "gcp-tpus", kind: "spec" },
    memoryBandwidth: { value: 1638, unit: "GB/s", source: "gcp-tpus", kind: "spec" },
    flops: {
      bf16: { value: 918, unit: "TFLOP/s", source: "gcp-tpus", kind: "spec" },
      fp8: { value: 918, unit: "TFLOP/s", source: "gcp-tpus", kind: "spec", note: "no gain over bf16" }
    },
    scaleUpDevices: { value: 256, unit: "1", source: "gcp-tpus", kind: "spec" },
    scaleUpBandwidth: { value: 800, unit: "GB/s", source: "gcp-tpus", kind: "spec" },
    hostCapacity: { value: 720, unit: "GiB", source: "gcp-tpus", kind: "spec", confidence: "medium", note: "four-chip VM" },
    rental: [
      { value: 2.7, unit: "USD/h", source: "gcp-tpu-2026", kind: "quoted", asOf: "2026", confidence: "medium", band: "typical", note: "list" }
    ],
    purchase: []
  },
  "tpu-v7-ironwood": {
    name: "Google TPU7x (Ironwood)",
    vendor: "Google",
    marketedCapacity: { value: 192, unit: "GiB", source: "gcp-tpus", kind: "spec" },
    memoryBandwidth: { value: 7380, unit: "GB/s", source: "gcp-tpus", kind: "spec" },
    flops: {
      bf16: { value: 2307, unit: "TFLOP/s", source: "gcp-tpus", kind: "spec" },
      fp8: { value: 4614, unit: "TFLOP/s", source: "gcp-tpus", kind: "spec" }
    },
    scaleUpDevices: { value: 9216, unit: "1", source: "gcp-tpus", kind: "spec" },
    scaleUpBandwidth: { value: 1200, unit: "GB/s", source: "gcp-tpus", kind: "spec" },
    hostCapacity: { value: 960, unit: "GiB", source: "gcp-tpus", kind: "spec", note: "four-chip VM" },
    networkBandwidth: { value: 12.5, unit: "GB/s", source: "gcp-tpus", kind: "spec", note: "data-centre network, 100 Gbit/s" },
    rental: [],
    purchase: []
  },
  trainium2: {
    name: "AWS Trainium2",
    vendor: "AWS",
    marketedCapacity: { value: 96, unit: "GiB", source: "neuron-nki", kind: "spec" },
    memoryBandwidth: { value: 2.9, unit: "TB/s", source: "neuron-notes", kind: "spec" },
    flops: {
      bf16: { value: 667, unit: "TFLOP/s", source: "neuron-trn2", kind: "spec" },
      fp8: { value: 1299, unit: "TFLOP/s", source: "neuron-trn2", kind: "spec", note: "2,563 is sparse" }
    },
    scaleUpDevices: { value: 64, unit: "1", source: "neuron-notes", kind: "spec", confidence: "medium", note: "UltraServer; 16 in one instance" },
    scaleUpBandwidth: { value: 1280, unit: "GB/s", source: "neuron-notes", kind: "spec", confidence: "medium", note: "direction not stated" },
    rental: [],
    purchase: []
  },
  "rtx-4090": {
    name: "NVIDIA GeForce RTX 4090",
    vendor: "NVIDIA",
    marketedCapacity: { value: 24, unit: "GB", source: "hmc", kind: "spec" },
    memoryBandwidth: { value: 1008, unit: "GB/s", source: "nvidia-geforce", kind: "spec" },
    flops: {
      bf16: { value: 165.2, unit: "TFLOP/s", source: "nvidia-geforce", kind: "spec", note: "FP32 accumulate" },
      fp8: { value: 330.3, unit: "TFLOP/s", source: "hmc", kind: "spec", note: "FP32 accumulate" }
    },
    scaleUpDevices: { value: 1, unit: "1", source: "hmc", kind: "spec", confidence: "medium" },
    hostBandwidth: { value: 32, unit: "GB/s", source: "hmc", kind: "spec", confidence: "medium", note: "PCIe Gen4 x16" },
    tdp: { value: 450, unit: "W", source: "hmc", kind: "spec" },
    rental: [],
    purchase: []
  },
  "rtx-5090": {
    name: "NVIDIA GeForce RTX 5090",
    vendor: "NVIDIA",
    marketedCapacity: { value: 32, unit: "GB", source: "spheron-5090", kind: "spec" },
    memoryBandwidth: { value: 1792, unit: "GB/s", source: "spheron-5090", kind: "spec" },
    flops: {
      bf16: { value: 209.5, unit: "TFLOP/s", source: "nvidia-geforce", kind: "spec", note: "FP32 accumulate" },
      fp8: { value: 419, unit: "TFLOP/s", source: "nvidia-geforce", kind: "spec", note: "FP32 accumulate" },
      fp4: { value: 1676, unit: "TFLOP/s", source: "nvidia-geforce", kind: "spec", note: "3,352 is sparse" }
    },
    scaleUpDevices: { value: 1, unit: "1", source: "spheron-5090", kind: "spec", confidence: "medium" },
    hostBandwidth: { value: 64, unit: "GB/s", source: "spheron-5090", kind: "spec", confidence: "medium", note: "PCIe Gen5 x16" },
    tdp: { value: 575, unit: "W", source: "spheron-5090", kind: "spec" },
    rental: [],
    purchase: [
      { value: 1999, unit: "USD", source: "nvidia-5090", kind: "quoted", confidence: "medium", basis: "component", market: "list", note: "at launch; the street asks more" }
    ]
  },
  "apple-m5-max": {
    name: "Apple M5 Max (128 GB, 40-core GPU)",
    vendor: "Apple",
    marketedCapacity: { value: 128, unit: "GB", source: "awesome-m5", kind: "spec", confidence: "medium" },
    memoryBandwidth: { value: 614, unit: "GB/s", source: "awesome-m5", kind: "spec", confidence: "medium", note: "another page rounds to 600" },
    flops: {},
    scaleUpDevices: { value: 1, unit: "1", source: "awesome-m5", kind: "spec", confidence: "medium" },
    tdp: { value: 100, unit: "W", source: "awesome-m5", kind: "spec", confidence: "low", note: "a laptop, below this" },
    rental: [],
    purchase: []
  }
};

// src/catalog/load.ts
import * as v from "valibot";
function table(file, data, record3) {
  let records2;
  return () => {
    records2 ??= checked(file, data, record3);
    return records2;
  };
}
function checked(file, data, record3) {
  const result = v.safeParse(v.record(v.string(), record3), data);
  if (result.success) return new Map(Object.entries(frozen(result.output)));
  const [issue] = result.issues;
  const [id, ...field] = (issue.path ?? []).map((step) => String(step.key));
  const where = [file, id && `record "${id}"`, field.length > 0 && `field ${field.join(".")}`].filter(Boolean).join(", ");
  throw new Refusal(`${where}: ${issue.message}. Correct the file.`);
}
function frozen(value) {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const inner of Object.values(value)) frozen(inner);
  return value;
}

// src/catalog/schema.ts
import * as v5 from "valibot";

// src/catalog/period.ts
function readPeriod(text2) {
  const [from = "", to, ...more] = text2.split("/");
  if (more.length > 0) return void 0;
  const start = simple(from);
  const end = to === void 0 ? start : simple(to);
  return start && end && start.first <= end.last ? { first: start.first, last: end.last } : void 0;
}
function lastDay(asOf) {
  if (asOf === void 0) return "9999-12-31";
  const period = readPeriod(asOf);
  if (!period)
    throw new Refusal(`Cannot read the date "${asOf}": expected one like 2025, 2025-Q3, 2026-05 or 2026-05-20.`);
  return period.last;
}
function simple(text2) {
  const match = /^(\d{4})(?:-Q([1-4])|-(\d\d)(?:-(\d\d))?)?$/.exec(text2);
  if (!match) return void 0;
  const [, year, quarter, month, day2] = match;
  if (day2 !== void 0) return isDay(text2) ? { first: text2, last: text2 } : void 0;
  if (month !== void 0) return months(Number(year), Number(month), 1);
  if (quarter !== void 0) return months(Number(year), 3 * Number(quarter) - 2, 3);
  return months(Number(year), 1, 12);
}
function months(year, month, count3) {
  if (month < 1 || month > 12) return void 0;
  return { first: dayText(Date.UTC(year, month - 1, 1)), last: dayText(Date.UTC(year, month - 1 + count3, 0)) };
}
function isDay(text2) {
  const time2 = Date.parse(`${text2}T00:00:00Z`);
  return !Number.isNaN(time2) && dayText(time2) === text2;
}
function dayText(time2) {
  return new Date(time2).toISOString().slice(0, 10);
}

// src/catalog/periodText.ts
import * as v2 from "valibot";
var periodText = v2.pipe(
  v2.string(),
  v2.check((text2) => readPeriod(text2) !== void 0, "Expected a date like 2025, 2025-Q3, 2026-05 or 2025/2026")
);

// src/catalog/sourceId.ts
import * as v4 from "valibot";

// src/catalog/sources.ts
import * as v3 from "valibot";

// data/sources.json
var sources_default = {
  pope2026: { title: "Reiner Pope: The math behind how LLMs are trained and served", url: "https://youtu.be/xmkSf5IS-zw", date: "2026-04-29" },
  assumed: { title: "Assumption of this catalogue, stated as such", url: "", date: "2026-11-23" },
  "unverified-vendor": { title: "Vendor figure as commonly repeated, page not read", url: "", date: "2026-11-23" },
  "lockwood-a100": { title: "G. K. Lockwood, digital garden: A100", url: "https://glennklockwood.com/garden/processors/A100", date: "2026-11-23", undated: true },
  "lockwood-h100": { title: "G. K. Lockwood, digital garden: H100", url: "https://glennklockwood.com/garden/processors/h100", date: "2026-11-23", undated: true },
  "lockwood-b200": { title: "G. K. Lockwood, digital garden: B200", url: "https://glennklockwood.com/garden/processors/B200", date: "2026-11-23", undated: true },
  "lockwood-b300": { title: "G. K. Lockwood, digital garden: B300", url: "https://glennklockwood.com/garden/processors/B300", date: "2026-11-23", undated: true },
  mercatus: { title: "Mercatus: cloud GPU pricing", url: "https://www.mercatus-ai.com/blog/cloud-gpu-pricing", date: "2026-05" },
  "sesame-disk": { title: "Sesame Disk: GPU capacity, June 2026", url: "https://sesamedisk.com/gpu-capacity-2026-market-trends/", date: "2026-06" },
  techbytes: { title: "TechBytes: serverless GPU pricing matrix", url: "https://techbytes.app/posts/serverless-gpu-pricing-matrix-modal-replicate-lambda-2026/", date: "2026-05-07" },
  vantage: { title: "Vantage instance prices, as quoted in a public test fixture", url: "https://instances.vantage.sh/", date: "2026" },
  techreader: { title: "TechReaderDaily: H100 reserved capacity", url: "https://www.techreaderdaily.com/article.html?slug=h100-reserved-capacity-hits-2-35-hour-floor-in-2026", date: "2026-04" },
  neighborhood: { title: "Neighborhood notes: H100 rental prices", url: "https://neighborhoodsf.com/Wikis/Neighborhood+Notes/Published/H100+rental+prices+(%24+per+GPU-hour)", date: "2026-03" },
  "silicon-data": { title: "Silicon Data GPU rental index reference guide", url: "https://chris-gpu-rental.pages.dev/", date: "2026-06/2026-07" },
  aimultiple: { title: "AIMultiple: cloud GPU rental price index", url: "https://aimultiple.com/gpu-index", date: "2026-05-20" },
  "aws-blocks": { title: "AWS EC2 Capacity Blocks pricing (old mirror)", url: "https://aws.amazon.com/ec2/capacityblocks/pricing/", date: "2024-Q4" },
  gmi: { title: "GMI Cloud: H100 price range", url: "https://www.gmicloud.ai/en/blog/h100-price-range-comparison", date: "2026-04-13" },
  "scaling-book": { title: "How to Scale Your Model: applied inference", url: "https://jax-ml.github.io/scaling-book/applied-inference/", date: "2025-02-18" },
  fetchlogic: { title: "FetchLogic: memory costs more than the processor", url: "https://fetchlogic.net/memory-now-costs-more-than-the-processor-in-ai-chips-and-that-changes-everything-about-who-can-afford-to-compete/", date: "2026" },
  "alpha-one": { title: "Alpha One: infrastructure index", url: "https://alpha-one-index.github.io/ai-infra-index/llms-full.txt", date: "2026-03-01" },
  "nvidia-smi": { title: "nvidia-smi total memory in public logs", url: "https://github.com/", date: "2023/2026" },
  itkb: { title: "itkb: H200 vs B300 precisions", url: "https://itkb.uw.cz/2026/06/nvidia-h200-vs-b300-precisions-cores.html", date: "2026-06-22" },
  acecloud: { title: "AceCloud: B200 vs H200, H100, A100", url: "https://acecloud.ai/blog/nvidia-b200-vs-h200-h100-a100", date: "2026-11-23", undated: true },
  spheron: { title: "Spheron: H200 vs B200 vs GB200", url: "https://www.spheron.network/blog/nvidia-h200-vs-b200-vs-gb200", date: "2026-03-17" },
  administracion: { title: "Administracion de sistemas: AWS Capacity Blocks +15%", url: "https://administraciondesistemas.com/aws-encarece-un-15-sus-capacity-blocks-con-nvidia-h200-aviso-para-sysadmins-que-viven-de-la-previsibilidad", date: "2026-01" },
  "aiwiki-h800": { title: "AI Wiki: NVIDIA H800", url: "https://aiwiki.ai/wiki/nvidia_h800", date: "2026-06-03" },
  philisun: { title: "Philisun: H800 vs H100", url: "https://www.philisun.com/technical-analysis/nvidia-h800-vs-h100-a-technical-deep-dive-into-politically-defined-ai-chips/", date: "2026-11-23", undated: true },
  tumgag: { title: "H800 vs H100 bottlenecks", url: "https://www.tumgag.com/tag/nvidia%20h100", date: "2026-11-23", undated: true },
  "deepseek-v3": { title: "DeepSeek-V3 technical report", url: "https://arxiv.org/abs/2412.19437", date: "2024-12" },
  verda: { title: "Verda: GB300 NVL72 architecture", url: "https://verda.com/blog/gb300-nvl72-architecture", date: "2025" },
  "toms-blackwell-ultra": { title: "Tom's Hardware: Blackwell Ultra at Hot Chips 2025", url: "https://www.tomshardware.com/pc-components/gpus/nvidia-shares-blackwell-ultras-secrets-nvfp4-boost-detailed-and-pcie-6-0-support", date: "2025-08" },
  lyceum: { title: "Lyceum: B200 cloud pricing", url: "https://lyceum.technology/magazine/nvidia-b200-gpu-cloud-pricing-2026/", date: "2026-03-11" },
  inworld: { title: "Inworld: B200 specs and cloud pricing", url: "https://inworld.ai/resources/nvidia-b200-gpu-cloud", date: "2026-04-13" },
  "silicon-analysts": { title: "Silicon Analysts: HBM3e contract prices", url: "https://siliconanalysts.com/market/hbm3e-contract-prices-rise-20-as-ai-memory-demand-outstrips-supply-2026-06-27", date: "2026-06-27" },
  "nvidia-gb200": { title: "NVIDIA GB200 NVL72 specification table, as transcribed in public notes", url: "https://www.nvidia.com/en-us/data-center/gb200-nvl72/", date: "2024/2025" },
  "nvidia-gb300": { title: "NVIDIA GB300 NVL72 specification table, as transcribed in public notes", url: "https://www.nvidia.com/en-us/data-center/gb300-nvl72/", date: "2026" },
  "nvidia-vr200": { title: "NVIDIA Vera Rubin NVL72 specification table, as transcribed in public notes", url: "https://www.nvidia.com/en-us/data-center/vera-rubin-nvl72/", date: "2026-03/2026-07" },
  "nvidia-rubin-blog": { title: "NVIDIA blog: inside the Rubin platform, as read in public notes", url: "https://developer.nvidia.com/blog/inside-the-nvidia-rubin-platform-six-new-chips-one-ai-supercomputer/", date: "2026" },
  "nvidia-ultra-blog": { title: "NVIDIA blog: Inside Blackwell Ultra (mirror)", url: "http://123.123.enodoworks.com/?p=1424123", date: "2025-08" },
  blogerroom: { title: "Blogerroom, citing Morgan Stanley: VR200 rack price", url: "https://blogerroom.com/technology/nvidias-next-ai-rack-costs-78-million-what-the-vera-rubin-vr200-price-tag-tells-us-about-who-can-actually-afford-ai", date: "2026-06-22" },
  kad8: { title: "kad8: Vera Rubin platform", url: "http://kad8.com/ai/nvidia-vera-rubin-the-six-chip-platform-redefining-ai-infrastructure/", date: "2026-01" },
  mirrorfrog: { title: "mirrorfrog: Vera Rubin deep dive", url: "https://mirrorfrog.com/en/blog/nvidia-vera-rubin-platform-6-chips-deep-dive", date: "2026" },
  rooflinenotes: { title: "rooflinenotes: accelerator catalog", url: "https://rooflinenotes.dev/accelerators/", date: "2026" },
  hubacek: { title: "Hubacek: infrastructure notes", url: "https://git.hubacek.cloud/Fossil/knowledge-base/src/branch/main/AI-INFRASTRUCTURE.en.md", date: "2026-06-18" },
  wiaix: { title: "wiaix: MI325X (copy of the AMD page)", url: "https://wiaix.com/amd-instincttm-mi325x-accelerators", date: "2026-11-23", undated: true },
  "cliff-center": { title: "Cliff Center: AMD inference economics", url: "https://www.cliffcenter.com/research/amd-inference-economics", date: "2026-05-18" },
  "aiwiki-mi355x": { title: "AI Wiki: MI355X", url: "https://aiwiki.ai/wiki/amd_instinct_mi355x", date: "2026" },
  yobitel: { title: "Yobitel: MI355X", url: "https://yobitel.com/knowledge-base/amd-mi355x", date: "2026-11-23", undated: true },
  "gcp-tpu-2022": { title: "Google Cloud: TPU pricing page (old copy)", url: "https://cloud.google.com/tpu/pricing?hl=en", date: "2022" },
  "gcp-tpu-v4": { title: "Google Cloud docs: TPU v4", url: "https://docs.cloud.google.com/tpu/docs/v4", date: "2026-11-23", undated: true },
  "gcp-tpu-2023": { title: "Google Cloud TPU pod prices, as quoted in public notes", url: "https://cloud.google.com/tpu/pricing", date: "2023" },
  "gcp-tpu-v5e": { title: "Google Cloud docs: TPU v5e", url: "https://docs.cloud.google.com/tpu/docs/v5e", date: "2026-11-23", undated: true },
  "gcp-tpu-2026": { title: "Google Cloud TPU list rates, as quoted in public configuration files", url: "https://cloud.google.com/tpu/pricing", date: "2026" },
  "gcp-tpus": { title: "Google Compute Engine docs: TPU architecture", url: "https://docs.cloud.google.com/compute/docs/tpus", date: "2026-08-26" },
  "neuron-nki": { title: "AWS Neuron docs: Trainium2 guide for NKI", url: "https://awsdocs-neuron.readthedocs-hosted.com/en/v2.29.0/_sources/nki/guides/architecture/trainium2_arch.rst", date: "2025-12-01" },
  "neuron-notes": { title: "AWS Neuron docs, as read in public notes", url: "https://awsdocs-neuron.readthedocs-hosted.com/", date: "2026" },
  "neuron-trn2": { title: "AWS Neuron docs v2.29: Trainium2", url: "https://awsdocs-neuron.readthedocs-hosted.com/en/v2.29.0/_sources/about-neuron/arch/neuron-hardware/trainium2.rst", date: "2026" },
  hmc: { title: "HMC: RTX 4090 comparison", url: "https://hmc-tech.com/gpus/nvidia-geforce-rtx-4090-vs-nvidia-rtx-pro-5000-blackwell", date: "2026-11-23", undated: true },
  "nvidia-geforce": { title: "NVIDIA GeForce whitepapers, as quoted in public notes", url: "https://images.nvidia.com/aem-dam/Solutions/geforce/blackwell/nvidia-rtx-blackwell-gpu-architecture.pdf", date: "2026" },
  "spheron-5090": { title: "Spheron: RTX 5090 specs", url: "https://www.spheron.network/blog/nvidia-rtx-5090-specs/", date: "2026-05-20" },
  "nvidia-5090": { title: "NVIDIA RTX 5090 product page, as quoted in public notes", url: "https://www.nvidia.com/en-us/geforce/graphics-cards/50-series/rtx-5090/", date: "2025" },
  "awesome-m5": { title: "Awesome Agents: Apple M5 Max", url: "https://awesomeagents.ai/hardware/apple-m5-max", date: "2026-03-03" },
  storedbits: { title: "StoredBits, citing Counterpoint Research", url: "https://storedbits.com/?p=8327", date: "2025-11" },
  "asia-tech-feed": { title: "Asia Tech Feed: what is HBM", url: "https://asiatechfeed.com/explainers/what-is-hbm-memory/", date: "2026" },
  "business-asia": { title: "Business Asia Times: HBM4 price point", url: "https://businessasiatimes.com/2026/02/19/the-700-hbm4-price-point-reflects-a-memory-architecture-whose-value-has-fundamentally-changed/", date: "2026-02-19" },
  meterpreter: { title: "Meterpreter: Micron CZ120 launch", url: "https://meterpreter.org/micron-launches-cz120-memory-expansion-module", date: "2023-08" },
  "esim-report": { title: "eSIM Report, citing Counterpoint", url: "https://www.esim.report/news/memory-price-surge-tipped-to-continue", date: "2026-01" },
  "techno-news": { title: "Techno-News, citing Counterpoint", url: "https://techno-news.org/?p=8396", date: "2026-02" },
  "36kr": { title: "36Kr: DRAM prices", url: "http://eu.36kr.com/en/p/3882143452098819", date: "2026-06" },
  tuttotech: { title: "TuttoTech: 4 TB DDR5 RDIMM kit", url: "https://www.tuttotech.net/news/2025/12/29/shortage-ram-ddr5-rdimm-aumento-prezzo.html", date: "2025-12-29" },
  nextbigfuture: { title: "NextBigFuture, quoting SemiAnalysis on SOCAMM", url: "https://www.nextbigfuture.com/2026/05/ai-demand-strong-memory-prices-will-go-up-and-ai-model-profits-are-proven.html", date: "2026-05" },
  "toms-cz120": { title: "Tom's Hardware: Micron CZ120", url: "https://www.tomshardware.com/news/micron-unveils-128gb-256gb-cxl-2-expansion-modules", date: "2023-08" },
  vdura: { title: "VDURA: SSD price volatility", url: "https://www.vdura.com/?p=15649", date: "2026-04-07" },
  "computerbase-9550": { title: "ComputerBase: Micron 9550", url: "https://computerbase.de/2024-07/worlds-fastest-data-center-ssd-micron-9550-laesst-kioxia-und-samsung-hinter-sich", date: "2024-07" },
  "tweaktown-9550": { title: "TweakTown: Micron 9550 PRO review", url: "https://www.tweaktown.com/reviews/11347/micron-9550-pro-e1-s-15mm-7-68tb-ssd-g8-flash-for-read-intensive-ai-storage-compute/index.html", date: "2026-02-19" },
  bm1743: { title: "hilito: Samsung BM1743", url: "https://hilito.xyz/samsung-joins-the-60-tb-ssd-membership-making-an-attempt-forward-to-120-tb-drives", date: "2024-07" },
  "cekodok-9650": { title: "thecekodok: Micron 9650", url: "http://www.thecekodok.com/2025/08/micron-introduces-first-pcie-60-ssd.html", date: "2025-08" },
  hwcooling: { title: "HWCooling: Solidigm D5-P5336 122.88 TB", url: "https://hwcooling.net/en/ssd-reaches-122tb-capacity-beating-largest-hdd-by-four-times", date: "2024-11" },
  "monitor-si": { title: "Monitor.si: Solidigm 61.44 TB launch price", url: "https://www.monitor.si/novica/najvecji-ssd-ji-meri-ze-61-tb/230195/", date: "2024-01" },
  "storagereview-exos": { title: "StorageReview: Exos M 30 TB", url: "https://www.storagereview.com/review/seagate-exos-m-30tb-review-hamr-ing-storage-density", date: "2025" },
  "ko-vdura": { title: "ko.com.ua on the VDURA flash index", url: "https://ko.com.ua/ssd_vs_hdd_chomu_vbivcya_zhorstkih_diskiv_raptovo_stav_u_16_raziv_dorozhchim_152449", date: "2026-02" },
  "techradar-hamr": { title: "TechRadar: Seagate sold 2 EB of HAMR disks", url: "https://www.techradar.com/pro/seagate-reportedly-sold-two-billion-gbs-worth-of-storage-to-two-of-the-worlds-largest-tech-companies", date: "2025-03-16" },
  "aws-s3": { title: "AWS S3 list prices, as quoted in public cost tables", url: "https://aws.amazon.com/s3/pricing/", date: "2025/2026" },
  "gcs-examples": { title: "Google Cloud Storage: pricing examples", url: "https://cloud.google.com/storage/pricing-examples", date: "2026-11-23", undated: true },
  "c3x-s3": { title: "c3x: S3 request fees explained", url: "https://c3x.dev/blog/s3-request-fees-explained", date: "2026-11-23", undated: true },
  "aws-s3-faq": { title: "AWS S3 FAQs: Express One Zone example (mirror)", url: "https://aws.amazon.com/s3/faqs/", date: "2025-04" },
  "aws-ebs": { title: "AWS EBS list prices, as quoted in public cost tables", url: "https://aws.amazon.com/ebs/pricing/", date: "2025/2026" },
  "aws-ec2": { title: "AWS EC2 on-demand rates, as quoted in a public table", url: "https://aws.amazon.com/ec2/pricing/on-demand/", date: "2025/2026" },
  "nvidia-icms": { title: "NVIDIA blog: BlueField-4 context memory storage", url: "https://developer.nvidia.com/blog/introducing-nvidia-bluefield-4-powered-inference-context-memory-storage-platform-for-the-next-frontier-of-ai", date: "2026-01-06" },
  "connectx-7": { title: "NVIDIA documentation: ConnectX-7 link speeds", url: "https://docs.nvidia.com/networking/display/mlnxofedv587061lts/Release+Notes", date: "2025-06" },
  "connectx-8": { title: "NVIDIA documentation: ConnectX-8 firmware release notes", url: "https://docs.nvidia.com/networking/display/connectx8firmwarev40440208/changes+and+new+features", date: "2025" },
  "anthropic-pricing": { title: "Anthropic: pricing page", url: "https://platform.claude.com/docs/en/about-claude/pricing", date: "2026-09" },
  "anthropic-opus-5.5": { title: "Anthropic: Claude Opus 5.5 page", url: "https://platform.claude.com/docs/zh-CN/models/opus-5-5/overview", date: "2026-09-22" },
  "claudit-1.9.2": { title: "claudit v1.9.2 release notes, after the Anthropic page", url: "https://github.com/kurofune/claudit/releases/tag/v1.9.2", date: "2026-10-25" },
  "claudit-prices": { title: "claudit price table, after the Anthropic page", url: "https://github.com/kurofune/claudit/blob/main/internal/pricing/default.yaml", date: "2026-09-23" },
  "litellm-39633": { title: "LiteLLM discussion 39633: GPT-6 Astra", url: "https://github.com/BerriAI/litellm/discussions/39633", date: "2026-09-03" },
  "apiyi-gpt-6.1": { title: "APIYI: GPT-6.1 Sol launch", url: "https://docs.apiyi.com/en/news/gpt-6-1-sol-launch.md", date: "2026-09-29" },
  "promptfuel-1.0.22": { title: "PromptFuel v1.0.22 release notes", url: "https://github.com/TheKrush/PromptFuel/releases/tag/v1.0.22", date: "2026-10-01" },
  "promptfuel-1.0.24": { title: "PromptFuel v1.0.24 release notes", url: "https://github.com/TheKrush/PromptFuel/releases/tag/v1.0.24", date: "2026-10-27" },
  "litellm-42523": { title: "LiteLLM discussion 42523: GPT-6 Sol and Luna", url: "https://github.com/BerriAI/litellm/discussions/42523", date: "2026-09-22" },
  codexometer: { title: "codexometer v0.18.4 release notes", url: "https://github.com/merefield/codexometer/releases/tag/v0.18.4", date: "2026-09-22" },
  laozhang: { title: "LaoZhang: GPT-5.6 prices", url: "https://docs.laozhang.ai/en/announcements/gpt-5-6-pricing-2026-07.md", date: "2026-08-01" },
  "llm-prices": { title: "simonw/llm-prices at 723ef0b", url: "https://github.com/simonw/llm-prices", date: "2026-08-05" },
  "litellm-46238": { title: "LiteLLM discussion 46238: Gemini 4 Argon", url: "https://github.com/BerriAI/litellm/discussions/46238", date: "2026-10" },
  "gemini-evangelist": { title: "Gemini API pricing, as transcribed by API Evangelist", url: "https://ai.google.dev/gemini-api/docs/pricing", date: "2026-10-07" },
  "gemini-notes": { title: "Gemini API pricing, as quoted in public notes", url: "https://ai.google.dev/gemini-api/docs/pricing", date: "2026-09/2026-11" },
  "gemini-cards": { title: "Gemini API pricing, as quoted in public model cards", url: "https://ai.google.dev/gemini-api/docs/pricing", date: "2026-10-04" },
  "deepseek-4.1": { title: "DeepSeek API docs: V4.1-Flash prices", url: "https://api-docs.deepseek.com/quick_start/pricing", date: "2026-09/2026-10" },
  "deepseek-guide": { title: "DeepSeek API pricing guide", url: "https://github.com/benderandrew069/deepseek-api-pricing-2026/wiki", date: "2026-10-27" },
  "deepseek-0813": { title: "DeepSeek API docs: V4 prices before 2026-08-16", url: "https://api-docs.deepseek.com/quick_start/pricing?model_version=DeepSeek-V4-Pro-0813", date: "2026-08" },
  "apidog-grok-4.7": { title: "Apidog: Grok 4.7", url: "https://apidog.com/blog/how-to-use-grok-4-7-api/", date: "2026-09-29" },
  "codeburn-709": { title: "codeburn pull request 709, quoting the Kimi K3 price page", url: "https://github.com/getagentseal/codeburn/pull/709", date: "2026-07-18" },
  "apiyi-kimi-k3.1": { title: "APIYI: Kimi K3.1 Pro", url: "https://docs.apiyi.com/api-capabilities/kimi-k3-1/overview.md", date: "2026-10-25" },
  "models.dev": { title: "models.dev at f3fc692", url: "https://github.com/anomalyco/models.dev", date: "2026-07-02" },
  "storagereview-9550-max": { title: "StorageReview: Micron 9550 MAX", url: "https://www.storagereview.com/review/micron-9550-max-review-balanced-performance-for-ai-db-and-analytics", date: "2026-11-23", undated: true },
  "edge-fl6": { title: "Edge Data Centers: Kioxia FL6 beside Intel Optane P5800X", url: "https://edgedatacenters.nl/2021/09/20/kioxia-revisits-slc-flash-to-power-fl6-and-rival-optane", date: "2021-09-20" },
  "enakta-400g": { title: "Enakta: storage nodes with 400GbE", url: "https://enakta.com/blog/next-gen-reference-architecture", date: "2026-11-23", undated: true },
  "computerbase-2x18": { title: "ComputerBase: Seagate Exos 2X18, two actuators", url: "https://computerbase.de/2022-11/seagate-exos-2x18-erste-hdd-mit-550-mb-s-dank-dual-aktor-mach-2-enthuellt", date: "2022-11" },
  "computerbase-corvault": { title: "ComputerBase: Seagate Corvault, 106 disks in four rack units", url: "https://www.computerbase.de/2023-06/seagate-corvault-blockspeicher-im-2-halbjahr-gibt-es-mit-hamr-rund-3-4-petabyte/", date: "2023-06" },
  "beacon-corvault": { title: "Paris Beacon: Seagate Corvault, its read rate", url: "https://www.parisbeacon.com/unveiling-petabyte-hard-drives-self-healing-powers-for-a-hot-online-world/", date: "2026-11-23", undated: true },
  "nvidia-gh200": { title: "NVIDIA GH200 Grace Hopper Superchip, data sheet, as recalled", url: "https://resources.nvidia.com/en-us-grace-cpu/grace-hopper-superchip", date: "2026-11-25", undated: true },
  "nvidia-h100-pcie": { title: "NVIDIA H100 PCIe, as transcribed in public notes", url: "https://github.com/winston-zhang-orz/gpu-specs", date: "2026-11-25", undated: true },
  "nvidia-a100-pcie": { title: "NVIDIA A100 data sheet, as recalled", url: "https://www.nvidia.com/content/dam/en-zz/Solutions/Data-Center/a100/pdf/nvidia-a100-datasheet-us-nvidia-1758950-r4-web.pdf", date: "2026-11-25", undated: true },
  "nvidia-a40": { title: "NVIDIA A40 data sheet, as transcribed in public notes", url: "https://images.nvidia.cn/content/Solutions/data-center/a40/nvidia-a40-datasheet.pdf", date: "2026-11-25", undated: true },
  "nvidia-ga102": { title: "NVIDIA Ampere GA102 architecture paper, as recalled", url: "https://www.nvidia.com/content/PDF/nvidia-ampere-ga-102-gpu-architecture-whitepaper-v2.pdf", date: "2026-11-25", undated: true },
  "nvidia-ad102": { title: "NVIDIA Ada architecture paper, as recalled", url: "https://images.nvidia.com/aem-dam/Solutions/geforce/ada/nvidia-ada-gpu-architecture.pdf", date: "2026-11-25", undated: true },
  "llmbook-hardware": { title: "Comparison of accelerators, appendix G of an LLM text book", url: "http://llmbook.apartsin.com/appendices/appendix-g-hardware-compute/section-g.1.html", date: "2026-11-25", undated: true },
  "amd-mi250": { title: "AMD Instinct MI250, product page, as recalled", url: "https://www.amd.com/en/products/accelerators/instinct/mi200/mi250.html", date: "2026-11-25", undated: true },
  "intel-gaudi2": { title: "Intel Gaudi 2 white paper, as recalled", url: "https://www.intel.com/content/www/us/en/content-details/784827/gaudi-2-ai-accelerator-white-paper.html", date: "2026-11-25", undated: true },
  "apple-silicon": { title: "Apple silicon: bandwidth from its newsroom, arithmetic from public notes, as recalled", url: "https://www.apple.com/newsroom/", date: "2026-11-25", undated: true },
  "seagate-x24": { title: "Seagate: Exos X24 SAS product manual, rev. A", url: "https://manuzoid.com/manuals/eJ6Da-Seagate%20%20User%20manual", date: "2023-11" },
  jesd218: { title: "JEDEC JESD218: endurance of solid-state drives, requirements and test method", url: "https://www.jedec.org/standards-documents/docs/jesd218b01", date: "2016-06" }
};

// src/catalog/sources.ts
var sourceSchema = v3.strictObject({
  title: v3.pipe(v3.string(), v3.nonEmpty()),
  url: v3.pipe(v3.string(), v3.regex(/^(https?:\/\/\S+)?$/, "Expected an http address, or nothing for an assumption")),
  date: periodText,
  undated: v3.exactOptional(v3.literal(true))
});
var sources = table("data/sources.json", sources_default, sourceSchema);

// src/catalog/sourceId.ts
var sourceId = v4.pipe(
  v4.string(),
  v4.rawTransform(({ dataset, addIssue, NEVER }) => {
    const source14 = sources().get(dataset.value);
    if (source14) return source14;
    addIssue({ message: `Unknown source "${dataset.value}", expected one of data/sources.json` });
    return NEVER;
  })
);

// src/catalog/schema.ts
var market = v5.picklist(["contract", "list", "street", "rack", "spot", "retail", "estimate"]);
var factEntries = {
  value: v5.pipe(v5.number(), v5.finite(), v5.minValue(0)),
  unit: v5.string(),
  source: sourceId,
  kind: v5.picklist(["spec", "measured", "quoted", "assumed"]),
  asOf: v5.exactOptional(periodText),
  confidence: v5.exactOptional(v5.picklist(["high", "medium", "low"])),
  note: v5.exactOptional(v5.string())
};
var written2 = v5.strictObject(factEntries);
var positive2 = v5.strictObject({ ...factEntries, value: v5.pipe(v5.number(), v5.finite(), v5.gtValue(0)) });
function factIn(unit3) {
  return v5.pipe(
    positive2,
    readFact(unit3, (fact) => fact)
  );
}
function readFact(unit3, finish) {
  return v5.rawTransform(({ dataset, addIssue, NEVER }) => {
    try {
      return finish(toFact(dataset.value, unit3), dataset.value);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      addIssue({ message: error.message.replace(/\.$/, "") });
      return NEVER;
    }
  });
}
function toFact(written5, unit3) {
  const { source: source14, kind } = written5;
  if (source14.url === "" && kind !== "assumed") {
    throw new Refusal(`"${source14.title}" has no page, so the kind must be "assumed", not "${kind}".`);
  }
  const given4 = parseUnit(written5.unit).dimension;
  if (!sameDimension(given4, parseUnit(unit3).dimension)) {
    throw new Refusal(`Expected a quantity in ${unit3} but "${written5.unit}" is ${dimensionText(given4)}.`);
  }
  const period = written5.asOf ?? source14.date;
  return {
    value: toBase(written5.value, written5.unit),
    unit: unit3,
    source: source14,
    asOf: readPeriod(period)?.first ?? period,
    period,
    kind,
    confidence: written5.confidence ?? "high",
    ...written5.note === void 0 ? {} : { note: written5.note }
  };
}
var rentalSchema = v5.pipe(
  v5.strictObject({ ...factEntries, asOf: periodText, band: v5.picklist(["low", "typical", "high"]) }),
  readFact("USD/s", (fact, { band }) => ({ ...fact, basis: "rented", band }))
);
function feeIn(unit3) {
  return v5.pipe(
    v5.strictObject(factEntries),
    readFact(unit3, (fact) => ({ ...fact, basis: "rented" }))
  );
}
function priceIn(unit3, expected) {
  return v5.pipe(
    v5.strictObject({
      ...factEntries,
      basis: v5.literal(expected),
      market,
      forecast: v5.optional(v5.boolean(), false)
    }),
    readFact(unit3, (fact, { basis, market: market2, forecast }) => ({ ...fact, basis, market: market2, forecast }))
  );
}

// src/catalog/acceleratorRecords.ts
var peak = v6.exactOptional(factIn("FLOP/s"));
var bandwidth = v6.exactOptional(factIn("B/s"));
var schema = v6.strictObject({
  name: v6.string(),
  vendor: v6.string(),
  marketedCapacity: factIn("B"),
  driverCapacity: v6.exactOptional(factIn("B")),
  memoryBandwidth: factIn("B/s"),
  flops: v6.strictObject({ bf16: peak, fp8: peak, fp4: peak }),
  scaleUpDevices: factIn("1"),
  scaleUpBandwidth: bandwidth,
  hostBandwidth: bandwidth,
  hostCapacity: v6.exactOptional(factIn("B")),
  hostMemoryBandwidth: bandwidth,
  networkBandwidth: bandwidth,
  tdp: v6.exactOptional(factIn("W")),
  rental: v6.array(rentalSchema),
  purchase: v6.array(priceIn("USD", "component"))
});
var acceleratorRecords = table(
  "data/accelerators.json",
  accelerators_default,
  schema
);

// src/catalog/fact.ts
function values(facts) {
  return Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [name, fact.value])
  );
}
function doubtful(facts) {
  return Object.entries(facts).flatMap(([name, fact]) => fact.confidence === "low" ? [name] : []);
}
function known2(facts) {
  return Object.fromEntries(Object.entries(facts).filter((entry) => entry[1] !== void 0));
}

// src/catalog/quote.ts
var rentalRule = "The newest quote of the typical band dated no later than asked; among quotes of one day the lower middle one; with no typical quote, the lower middle of all dated by then, marked low in confidence.";
function chooseRental(quotes, asOf) {
  const last = lastDay(asOf);
  const dated = quotes.filter((quote) => quote.asOf <= last);
  const typical = dated.filter((quote) => quote.band === "typical");
  const chosen3 = lowerMiddle(typical.length > 0 ? newest(typical) : dated);
  return chosen3 && chosen3.band !== "typical" ? { ...chosen3, confidence: "low" } : chosen3;
}
var priceRule = "The newest price of the tier's own market (or the one asked for) dated no later than asked, forecasts left out unless asked for; among prices of one day the lower middle one.";
function choosePrice(prices, choice) {
  const last = lastDay(choice.asOf);
  const eligible = prices.filter(
    ({ market: market2, asOf, forecast }) => market2 === choice.market && asOf <= last && (choice.allowForecast || !forecast)
  );
  return lowerMiddle(newest(eligible));
}
function newest(facts) {
  const day2 = [...facts].sort(byDate).at(-1)?.asOf;
  return facts.filter(({ asOf }) => asOf === day2);
}
function lowerMiddle(facts) {
  return [...facts].sort((a, b) => a.value - b.value)[Math.floor((facts.length - 1) / 2)];
}
function noPriceReason(id, prices, choice) {
  const series2 = prices.filter(
    ({ market: market2, forecast }) => market2 === choice.market && (choice.allowForecast || !forecast)
  );
  const [earliest] = [...series2].sort(byDate);
  if (!earliest) return `${id} has no ${prices.length > 0 ? `${choice.market} ` : ""}price in the catalogue.`;
  return `${id} has no ${choice.market} price by ${lastDay(choice.asOf)} in the catalogue: the earliest is of ${earliest.period}.`;
}
function byDate(a, b) {
  return a.asOf < b.asOf ? -1 : Number(a.asOf > b.asOf);
}

// src/catalog/remembered.ts
var most = 2e3;
function remembered(build) {
  const built2 = /* @__PURE__ */ new Map();
  return (id, options) => {
    const key = `${id} ${JSON.stringify(options)}`;
    const known7 = built2.get(key);
    if (known7 !== void 0) return known7;
    const fresh = build(id, options);
    if (built2.size >= most) built2.clear();
    built2.set(key, fresh);
    return fresh;
  };
}

// src/catalog/accelerators.ts
function acceleratorIds() {
  return [...acceleratorRecords().keys()];
}
function accelerator(id, options = {}) {
  return acceleratorWith(id, options);
}
var acceleratorWith = remembered((id, { asOf, precision: precision2 = "bf16" }) => {
  const record3 = acceleratorRecords().get(id);
  if (!record3) throw unknownName("accelerator", id, acceleratorIds());
  const { name, vendor, driverCapacity, flops: peaks2, rental, purchase, ...rest2 } = record3;
  const flops2 = peaks2[precision2];
  if (!flops2 && precision2 !== "bf16") throw noPeak(id, precision2, Object.keys(peaks2));
  const devicePrice2 = chooseRental(rental, asOf);
  const facts = {
    memoryCapacity: driverCapacity ?? rest2.marketedCapacity,
    ...rest2,
    ...flops2 && { flops: flops2 },
    ...devicePrice2 && { devicePrice: devicePrice2 }
  };
  return frozen({
    ...values(facts),
    id,
    name,
    vendor,
    precision: precision2,
    missing: [...flops2 ? [] : ["flops"], ...devicePrice2 ? [] : ["devicePrice"]],
    facts,
    quotes: rental,
    quoteRule: rentalRule,
    purchases: purchase,
    doubtful: doubtful(facts)
  });
});
function noPeak(id, precision2, known7) {
  const has = known7.length > 0 ? `it has ${known7.join(", ")}` : "give --set flops=\u2026TFLOP/s";
  return new Refusal(`No dense ${precision2} peak for ${id} in the catalogue: ${has}.`);
}

// src/catalog/assumptions.ts
import * as v7 from "valibot";

// data/assumptions.json
var assumptions_default = {
  energyPrice: { value: 0.08, unit: "USD/kWh", source: "assumed", kind: "assumed", confidence: "low", note: "electricity at the meter, no cooling overhead" },
  requestTime: { value: 45, unit: "ms", source: "assumed", kind: "assumed", confidence: "low", note: "30 to 60 ms pass in an engine before the first token of even a short prompt" },
  mfu: { value: 0.5, unit: "1", source: "assumed", kind: "assumed", confidence: "low", note: "share of the peak a prefill reaches; not yet fitted to measurements" },
  conversations: { value: 4, unit: "1", source: "assumed", kind: "assumed", confidence: "low", note: "conversations of the asked context that must fit beside the weights when the number of devices is chosen: below it a batch of decode reads the weights almost for one sequence" },
  usualContext: { value: 32768, unit: "token", source: "assumed", kind: "assumed", confidence: "low", note: "tokens of a conversation where none are asked for" }
};

// src/catalog/assumptions.ts
var units = {
  /** what energy costs where the machines stand */
  energyPrice: "USD/J",
  /** what an engine needs for a request beside its arithmetic */
  requestTime: "s",
  /** share of the peak rate that a prefill reaches */
  mfu: "1",
  /** that must fit beside the weights where nobody says how many devices there are */
  conversations: "1",
  /** tokens of a conversation where nobody says how many */
  usualContext: "token"
};
var names = Object.keys(units);
var written3 = table("data/assumptions.json", assumptions_default, v7.union(names.map((name) => factIn(units[name]))));
function assumption2(name) {
  const fact = written3().get(name);
  if (fact?.unit !== units[name]) throw new Error(`data/assumptions.json has no ${name} in ${units[name]}`);
  return fact;
}

// src/catalog/links.ts
import * as v8 from "valibot";

// data/links.json
var links_default = {
  "pcie4-x16": {
    name: "PCIe Gen4 x16",
    pathBandwidth: { value: 32, unit: "GB/s", source: "lockwood-a100", kind: "spec" }
  },
  "pcie5-x16": {
    name: "PCIe Gen5 x16",
    pathBandwidth: { value: 64, unit: "GB/s", source: "lockwood-h100", kind: "spec" }
  },
  "pcie6-x16": {
    name: "PCIe Gen6 x16",
    pathBandwidth: { value: 128, unit: "GB/s", source: "toms-blackwell-ultra", kind: "spec", confidence: "medium" }
  },
  "nvlink-c2c": {
    name: "NVLink-C2C, Grace to its GPUs",
    pathBandwidth: { value: 450, unit: "GB/s", source: "nvidia-gb200", kind: "spec", note: "shared by two GPUs" }
  },
  "nvlink-c2c-vera": {
    name: "NVLink-C2C, Vera to its GPUs",
    pathBandwidth: { value: 900, unit: "GB/s", source: "nvidia-vr200", kind: "spec", confidence: "medium", note: "shared by two GPUs" }
  },
  nvlink4: {
    name: "NVLink 4, H100 to its neighbours",
    pathBandwidth: { value: 450, unit: "GB/s", source: "lockwood-h100", kind: "spec", note: "half of 900 both ways" }
  },
  nvlink5: {
    name: "NVLink 5, Blackwell to its neighbours",
    pathBandwidth: { value: 900, unit: "GB/s", source: "lockwood-b200", kind: "spec", note: "half of 1,800 both ways" }
  },
  nvlink6: {
    name: "NVLink 6, Rubin to its neighbours",
    pathBandwidth: { value: 1800, unit: "GB/s", source: "nvidia-vr200", kind: "spec", note: "half of 3,600 both ways" }
  },
  "ethernet-100g": {
    name: "One 100 Gbit/s network port",
    pathBandwidth: { value: 100, unit: "Gbit/s", source: "gcp-tpus", kind: "spec", note: "as each Ironwood chip has" }
  },
  "network-400g": {
    name: "One 400 Gbit/s port, Ethernet or InfiniBand NDR",
    pathBandwidth: { value: 400, unit: "Gbit/s", source: "connectx-7", kind: "spec" }
  },
  "network-800g": {
    name: "One 800 Gbit/s port, InfiniBand XDR",
    pathBandwidth: { value: 800, unit: "Gbit/s", source: "connectx-8", kind: "spec" }
  }
};

// src/catalog/links.ts
var written4 = table("data/links.json", links_default, v8.strictObject({ name: v8.string(), pathBandwidth: factIn("B/s") }));
function linkIds() {
  return [...written4().keys()];
}
function link(id) {
  const record3 = written4().get(id);
  if (!record3) throw unknownName("link", id, linkIds());
  const { name, ...facts } = record3;
  return frozen({ ...values(facts), id, name, facts });
}

// src/catalog/models.ts
import * as v9 from "valibot";

// data/models/deepseek.json
var deepseek_default = {
  "deepseek-v2-lite": {
    name: "DeepSeek-V2-Lite",
    source: { title: "deepseek-ai/DeepSeek-V2-Lite, config.json on Hugging Face", url: "https://huggingface.co/deepseek-ai/DeepSeek-V2-Lite" },
    asOf: "2024-05-15",
    note: "re-read in a copy: mlc-ai/mlc-llm, model_preset.py",
    config: { model_type: "deepseek_v2", hidden_size: 2048, num_hidden_layers: 27, num_attention_heads: 16, intermediate_size: 10944, vocab_size: 102400, max_position_embeddings: 163840, q_lora_rank: null, kv_lora_rank: 512, qk_nope_head_dim: 128, qk_rope_head_dim: 64, v_head_dim: 128, n_routed_experts: 64, n_shared_experts: 2, num_experts_per_tok: 6, moe_intermediate_size: 1408, first_k_dense_replace: 1 }
  },
  "deepseek-v2": {
    name: "DeepSeek-V2",
    source: { title: "deepseek-ai/DeepSeek-V2, config.json on Hugging Face", url: "https://huggingface.co/deepseek-ai/DeepSeek-V2" },
    asOf: "2024-05-06",
    confidence: "low",
    note: "architecture fields as recalled; not re-read",
    config: { model_type: "deepseek_v2", hidden_size: 5120, num_hidden_layers: 60, num_attention_heads: 128, intermediate_size: 12288, vocab_size: 102400, max_position_embeddings: 163840, q_lora_rank: 1536, kv_lora_rank: 512, qk_nope_head_dim: 128, qk_rope_head_dim: 64, v_head_dim: 128, n_routed_experts: 160, n_shared_experts: 2, num_experts_per_tok: 6, moe_intermediate_size: 1536, first_k_dense_replace: 1 }
  },
  "deepseek-v3": {
    name: "DeepSeek-V3",
    source: { title: "deepseek-ai/DeepSeek-V3, config.json on Hugging Face", url: "https://huggingface.co/deepseek-ai/DeepSeek-V3" },
    asOf: "2024-12-26",
    config: { model_type: "deepseek_v3", hidden_size: 7168, num_hidden_layers: 61, num_attention_heads: 128, intermediate_size: 18432, vocab_size: 129280, max_position_embeddings: 163840, q_lora_rank: 1536, kv_lora_rank: 512, qk_nope_head_dim: 128, qk_rope_head_dim: 64, v_head_dim: 128, n_routed_experts: 256, n_shared_experts: 1, num_experts_per_tok: 8, moe_intermediate_size: 2048, first_k_dense_replace: 3, quantization_config: { quant_method: "fp8", weight_block_size: [128, 128] } }
  },
  "deepseek-v3.2": {
    name: "DeepSeek-V3.2",
    source: { title: "deepseek-ai/DeepSeek-V3.2, config.json on Hugging Face", url: "https://huggingface.co/deepseek-ai/DeepSeek-V3.2" },
    asOf: "2025-12-01",
    config: { model_type: "deepseek_v32", hidden_size: 7168, num_hidden_layers: 61, num_attention_heads: 128, intermediate_size: 18432, vocab_size: 129280, max_position_embeddings: 163840, q_lora_rank: 1536, kv_lora_rank: 512, qk_nope_head_dim: 128, qk_rope_head_dim: 64, v_head_dim: 128, n_routed_experts: 256, n_shared_experts: 1, num_experts_per_tok: 8, moe_intermediate_size: 2048, first_k_dense_replace: 3, quantization_config: { quant_method: "fp8", weight_block_size: [128, 128] }, index_n_heads: 64, index_head_dim: 128, index_topk: 2048 }
  },
  "deepseek-v4-flash": {
    name: "DeepSeek-V4-Flash",
    source: { title: "deepseek-ai/DeepSeek-V4-Flash, config.json on Hugging Face", url: "https://huggingface.co/deepseek-ai/DeepSeek-V4-Flash" },
    asOf: "2026-04-24",
    config: { model_type: "deepseek_v4", hidden_size: 4096, num_hidden_layers: 43, num_attention_heads: 64, num_key_value_heads: 1, head_dim: 512, qk_rope_head_dim: 64, q_lora_rank: 1024, o_groups: 8, o_lora_rank: 1024, sliding_window: 128, compress_ratios: [0, 0, 4, 128, 4, 128, 4, 128, 4, 128, 4, 128, 4, 128, 4, 128, 4, 128, 4, 128, 4, 128, 4, 128, 4, 128, 4, 128, 4, 128, 4, 128, 4, 128, 4, 128, 4, 128, 4, 128, 4, 128, 4], index_n_heads: 64, index_head_dim: 128, index_topk: 512, hc_mult: 4, n_routed_experts: 256, n_shared_experts: 1, num_experts_per_tok: 6, moe_intermediate_size: 2048, vocab_size: 129280, max_position_embeddings: 1048576, quantization_config: { quant_method: "fp8", weight_block_size: [128, 128] }, expert_dtype: "fp4" }
  },
  "deepseek-v4-pro": {
    name: "DeepSeek-V4-Pro",
    source: { title: "deepseek-ai/DeepSeek-V4-Pro, config.json on Hugging Face", url: "https://huggingface.co/deepseek-ai/DeepSeek-V4-Pro" },
    asOf: "2026-04-24",
    note: "re-read in a copy: ai-dynamo/aiconfigurator, NVIDIA's NVFP4 edition",
    config: { model_type: "deepseek_v4", hidden_size: 7168, num_hidden_layers: 61, num_attention_heads: 128, num_key_value_heads: 1, head_dim: 512, qk_rope_head_dim: 64, q_lora_rank: 1536, o_groups: 16, o_lora_rank: 1024, sliding_window: 128, compress_ratios: [128, 128, 4, 128, 4, 128, 4, 128, 4, 128, 4, 128, 4, 128, 4, 128, 4, 128, 4, 128, 4, 128, 4, 128, 4, 128, 4, 128, 4, 128, 4, 128, 4, 128, 4, 128, 4, 128, 4, 128, 4, 128, 4, 128, 4, 128, 4, 128, 4, 128, 4, 128, 4, 128, 4, 128, 4, 128, 4, 128, 4], index_n_heads: 64, index_head_dim: 128, index_topk: 1024, hc_mult: 4, n_routed_experts: 384, n_shared_experts: 1, num_experts_per_tok: 6, moe_intermediate_size: 3072, vocab_size: 129280, max_position_embeddings: 1048576, quantization_config: { quant_method: "fp8", weight_block_size: [128, 128] }, expert_dtype: "fp4" }
  }
};

// data/models/gemma.json
var gemma_default = {
  "gemma-2-27b": {
    name: "Gemma 2 27B",
    source: { title: "google/gemma-2-27b, config.json on Hugging Face", url: "https://huggingface.co/google/gemma-2-27b" },
    asOf: "2024-06-27",
    note: "re-read in a copy: mlc-ai/mlc-llm, model_preset.py",
    config: { model_type: "gemma2", hidden_size: 4608, num_hidden_layers: 46, num_attention_heads: 32, num_key_value_heads: 16, intermediate_size: 36864, vocab_size: 256e3, max_position_embeddings: 8192, head_dim: 128, sliding_window: 4096 }
  },
  "gemma-3-4b": {
    name: "Gemma 3 4B",
    source: { title: "google/gemma-3-4b-it, config.json on Hugging Face", url: "https://huggingface.co/google/gemma-3-4b-it" },
    asOf: "2025-03-12",
    confidence: "low",
    note: "architecture fields as recalled; not re-read",
    config: { model_type: "gemma3_text", hidden_size: 2560, num_hidden_layers: 34, num_attention_heads: 8, num_key_value_heads: 4, intermediate_size: 10240, vocab_size: 262208, max_position_embeddings: 131072, head_dim: 256, sliding_window: 1024 }
  },
  "gemma-3-12b": {
    name: "Gemma 3 12B",
    source: { title: "google/gemma-3-12b-it, config.json on Hugging Face", url: "https://huggingface.co/google/gemma-3-12b-it" },
    asOf: "2025-03-12",
    confidence: "low",
    note: "architecture fields as recalled; not re-read",
    config: { model_type: "gemma3_text", hidden_size: 3840, num_hidden_layers: 48, num_attention_heads: 16, num_key_value_heads: 8, intermediate_size: 15360, vocab_size: 262208, max_position_embeddings: 131072, head_dim: 256, sliding_window: 1024 }
  },
  "gemma-3-27b": {
    name: "Gemma 3 27B",
    source: { title: "google/gemma-3-27b-it, config.json on Hugging Face", url: "https://huggingface.co/google/gemma-3-27b-it" },
    asOf: "2025-03-12",
    config: { model_type: "gemma3_text", hidden_size: 5376, num_hidden_layers: 62, num_attention_heads: 32, num_key_value_heads: 16, intermediate_size: 21504, vocab_size: 262208, max_position_embeddings: 131072, head_dim: 128, sliding_window: 1024 }
  },
  "gemma-3n-e4b": {
    name: "Gemma 3n E4B",
    source: { title: "google/gemma-3n-E4B-it, config.json on Hugging Face", url: "https://huggingface.co/google/gemma-3n-E4B-it" },
    asOf: "2025-06-26",
    confidence: "low",
    note: "architecture fields as recalled; not re-read",
    config: { model_type: "gemma3n_text", hidden_size: 2048, num_hidden_layers: 35, num_attention_heads: 8, num_key_value_heads: 2, intermediate_size: 16384, vocab_size: 262400, max_position_embeddings: 32768, head_dim: 256, num_kv_shared_layers: 15, sliding_window: 512 }
  },
  "gemma-4-31b": {
    name: "Gemma 4 31B",
    source: { title: "google/gemma-4-31b-it, config.json on Hugging Face", url: "https://huggingface.co/google/gemma-4-31b-it" },
    asOf: "2026-04-02",
    config: { model_type: "gemma4_text", hidden_size: 5376, num_hidden_layers: 60, num_attention_heads: 32, num_key_value_heads: 16, intermediate_size: 21504, vocab_size: 262144, max_position_embeddings: 262144, head_dim: 256, global_head_dim: 512, num_global_key_value_heads: 4, attention_k_eq_v: true, hidden_size_per_layer_input: 0, sliding_window: 1024 }
  }
};

// data/models/glm.json
var glm_default = {
  "glm-4.5-air": {
    name: "GLM-4.5-Air",
    source: { title: "zai-org/GLM-4.5-Air, config.json on Hugging Face", url: "https://huggingface.co/zai-org/GLM-4.5-Air" },
    asOf: "2025-07-28",
    confidence: "low",
    note: "architecture fields as recalled; not re-read",
    config: { model_type: "glm4_moe", hidden_size: 4096, num_hidden_layers: 46, num_attention_heads: 96, num_key_value_heads: 8, intermediate_size: 10944, vocab_size: 151552, max_position_embeddings: 131072, head_dim: 128, attention_bias: true, n_routed_experts: 128, n_shared_experts: 1, num_experts_per_tok: 8, moe_intermediate_size: 1408, first_k_dense_replace: 1 }
  },
  "glm-4.6": {
    name: "GLM-4.6",
    source: { title: "zai-org/GLM-4.6, config.json on Hugging Face", url: "https://huggingface.co/zai-org/GLM-4.6" },
    asOf: "2025-09-30",
    confidence: "low",
    note: "architecture fields as recalled; not re-read",
    config: { model_type: "glm4_moe", hidden_size: 5120, num_hidden_layers: 92, num_attention_heads: 96, num_key_value_heads: 8, intermediate_size: 12288, vocab_size: 151552, max_position_embeddings: 202752, head_dim: 128, attention_bias: true, n_routed_experts: 160, n_shared_experts: 1, num_experts_per_tok: 8, moe_intermediate_size: 1536, first_k_dense_replace: 3, use_qk_norm: true }
  },
  "glm-5": {
    name: "GLM-5",
    source: { title: "zai-org/GLM-5, config.json on Hugging Face", url: "https://huggingface.co/zai-org/GLM-5" },
    asOf: "2026-02-11",
    config: { model_type: "glm_moe_dsa", hidden_size: 6144, num_hidden_layers: 78, num_attention_heads: 64, intermediate_size: 12288, vocab_size: 154880, max_position_embeddings: 202752, q_lora_rank: 2048, kv_lora_rank: 512, qk_nope_head_dim: 192, qk_rope_head_dim: 64, v_head_dim: 256, index_n_heads: 32, index_head_dim: 128, index_topk: 2048, n_routed_experts: 256, n_shared_experts: 1, num_experts_per_tok: 8, moe_intermediate_size: 2048, first_k_dense_replace: 3 }
  }
};

// data/models/kimi.json
var kimi_default = {
  "kimi-k2": {
    name: "Kimi K2",
    source: { title: "moonshotai/Kimi-K2-Instruct, config.json on Hugging Face", url: "https://huggingface.co/moonshotai/Kimi-K2-Instruct" },
    asOf: "2025-07-11",
    note: "re-read in a copy: ai-dynamo/aiconfigurator, trimmed",
    config: { model_type: "kimi_k2", hidden_size: 7168, num_hidden_layers: 61, num_attention_heads: 64, intermediate_size: 18432, vocab_size: 163840, max_position_embeddings: 131072, q_lora_rank: 1536, kv_lora_rank: 512, qk_nope_head_dim: 128, qk_rope_head_dim: 64, v_head_dim: 128, n_routed_experts: 384, n_shared_experts: 1, num_experts_per_tok: 8, moe_intermediate_size: 2048, first_k_dense_replace: 1, quantization_config: { quant_method: "fp8", weight_block_size: [128, 128] } }
  },
  "kimi-linear-48b-a3b": {
    name: "Kimi Linear 48B-A3B",
    source: { title: "moonshotai/Kimi-Linear-48B-A3B-Instruct, config.json on Hugging Face", url: "https://huggingface.co/moonshotai/Kimi-Linear-48B-A3B-Instruct" },
    asOf: "2025-10-30",
    confidence: "low",
    note: "architecture fields as recalled; not re-read",
    config: { model_type: "kimi_linear", hidden_size: 2304, num_hidden_layers: 27, num_attention_heads: 32, intermediate_size: 9216, vocab_size: 163840, model_max_length: 1048576, kv_lora_rank: 512, qk_nope_head_dim: 128, qk_rope_head_dim: 64, v_head_dim: 128, linear_attn_config: { full_attn_layers: [4, 8, 12, 16, 20, 24, 27], num_heads: 32, head_dim: 128, short_conv_kernel_size: 4 }, num_experts: 256, num_shared_experts: 1, num_experts_per_token: 8, moe_intermediate_size: 1024, first_k_dense_replace: 1 }
  }
};

// data/models/llama.json
var llama_default = {
  "llama-2-7b": {
    name: "Llama 2 7B",
    source: { title: "meta-llama/Llama-2-7b-hf, config.json on Hugging Face", url: "https://huggingface.co/meta-llama/Llama-2-7b-hf" },
    asOf: "2023-07-18",
    config: { model_type: "llama", hidden_size: 4096, num_hidden_layers: 32, num_attention_heads: 32, num_key_value_heads: 32, intermediate_size: 11008, vocab_size: 32e3, max_position_embeddings: 4096 }
  },
  "llama-2-13b": {
    name: "Llama 2 13B",
    source: { title: "meta-llama/Llama-2-13b-hf, config.json on Hugging Face", url: "https://huggingface.co/meta-llama/Llama-2-13b-hf" },
    asOf: "2023-07-18",
    note: "re-read in a copy: mlc-ai/mlc-llm, model_preset.py",
    config: { model_type: "llama", hidden_size: 5120, num_hidden_layers: 40, num_attention_heads: 40, num_key_value_heads: 40, intermediate_size: 13824, vocab_size: 32e3, max_position_embeddings: 4096 }
  },
  "llama-2-70b": {
    name: "Llama 2 70B",
    source: { title: "meta-llama/Llama-2-70b-hf, config.json on Hugging Face", url: "https://huggingface.co/meta-llama/Llama-2-70b-hf" },
    asOf: "2023-07-18",
    config: { model_type: "llama", hidden_size: 8192, num_hidden_layers: 80, num_attention_heads: 64, num_key_value_heads: 8, intermediate_size: 28672, vocab_size: 32e3, max_position_embeddings: 4096 }
  },
  "llama-3.1-8b": {
    name: "Llama 3.1 8B",
    source: { title: "meta-llama/Llama-3.1-8B, config.json on Hugging Face", url: "https://huggingface.co/meta-llama/Llama-3.1-8B" },
    asOf: "2024-07-23",
    note: "re-read in a copy: mlc-ai/mlc-llm, model_preset.py",
    config: { model_type: "llama", hidden_size: 4096, num_hidden_layers: 32, num_attention_heads: 32, num_key_value_heads: 8, intermediate_size: 14336, vocab_size: 128256, max_position_embeddings: 131072 }
  },
  "llama-3.1-70b": {
    name: "Llama 3.1 70B",
    source: { title: "meta-llama/Llama-3.1-70B, config.json on Hugging Face", url: "https://huggingface.co/meta-llama/Llama-3.1-70B" },
    asOf: "2024-07-23",
    config: { model_type: "llama", hidden_size: 8192, num_hidden_layers: 80, num_attention_heads: 64, num_key_value_heads: 8, intermediate_size: 28672, vocab_size: 128256, max_position_embeddings: 131072 }
  },
  "llama-3.1-405b": {
    name: "Llama 3.1 405B",
    source: { title: "meta-llama/Llama-3.1-405B, config.json on Hugging Face", url: "https://huggingface.co/meta-llama/Llama-3.1-405B" },
    asOf: "2024-07-23",
    config: { model_type: "llama", hidden_size: 16384, num_hidden_layers: 126, num_attention_heads: 128, num_key_value_heads: 8, intermediate_size: 53248, vocab_size: 128256, max_position_embeddings: 131072 }
  },
  "llama-3.2-1b": {
    name: "Llama 3.2 1B",
    source: { title: "meta-llama/Llama-3.2-1B, config.json on Hugging Face", url: "https://huggingface.co/meta-llama/Llama-3.2-1B" },
    asOf: "2024-09-25",
    note: "re-read in a copy: mlc-ai/mlc-llm, model_preset.py",
    config: { model_type: "llama", hidden_size: 2048, num_hidden_layers: 16, num_attention_heads: 32, num_key_value_heads: 8, intermediate_size: 8192, vocab_size: 128256, max_position_embeddings: 131072, head_dim: 64, tie_word_embeddings: true }
  },
  "llama-3.2-3b": {
    name: "Llama 3.2 3B",
    source: { title: "meta-llama/Llama-3.2-3B, config.json on Hugging Face", url: "https://huggingface.co/meta-llama/Llama-3.2-3B" },
    asOf: "2024-09-25",
    note: "re-read in a copy: mlc-ai/mlc-llm, model_preset.py",
    config: { model_type: "llama", hidden_size: 3072, num_hidden_layers: 28, num_attention_heads: 24, num_key_value_heads: 8, intermediate_size: 8192, vocab_size: 128256, max_position_embeddings: 131072, head_dim: 128, tie_word_embeddings: true }
  },
  "llama-4-scout": {
    name: "Llama 4 Scout 17B-16E",
    source: { title: "meta-llama/Llama-4-Scout-17B-16E-Instruct, config.json on Hugging Face", url: "https://huggingface.co/meta-llama/Llama-4-Scout-17B-16E-Instruct" },
    asOf: "2025-04-05",
    config: { model_type: "llama4_text", hidden_size: 5120, num_hidden_layers: 48, num_attention_heads: 40, num_key_value_heads: 8, intermediate_size: 8192, vocab_size: 202048, max_position_embeddings: 10485760, head_dim: 128, intermediate_size_mlp: 16384, num_local_experts: 16, num_experts_per_tok: 1, interleave_moe_layer_step: 1, attention_chunk_size: 8192 }
  },
  "llama-4-maverick": {
    name: "Llama 4 Maverick 17B-128E",
    source: { title: "meta-llama/Llama-4-Maverick-17B-128E-Instruct, config.json on Hugging Face", url: "https://huggingface.co/meta-llama/Llama-4-Maverick-17B-128E-Instruct" },
    asOf: "2025-04-05",
    note: "re-read in a copy: ai-dynamo/aiconfigurator",
    config: { model_type: "llama4_text", hidden_size: 5120, num_hidden_layers: 48, num_attention_heads: 40, num_key_value_heads: 8, intermediate_size: 8192, vocab_size: 202048, max_position_embeddings: 1048576, head_dim: 128, intermediate_size_mlp: 16384, num_local_experts: 128, num_experts_per_tok: 1, interleave_moe_layer_step: 2, attention_chunk_size: 8192 }
  }
};

// data/models/minimax.json
var minimax_default = {
  "minimax-m1": {
    name: "MiniMax-M1",
    source: { title: "MiniMaxAI/MiniMax-M1-80k, config.json on Hugging Face", url: "https://huggingface.co/MiniMaxAI/MiniMax-M1-80k" },
    asOf: "2025-06-16",
    config: { model_type: "minimax_m1", hidden_size: 6144, num_hidden_layers: 80, num_attention_heads: 64, num_key_value_heads: 8, intermediate_size: 9216, vocab_size: 200064, max_position_embeddings: 1024e4, head_dim: 128, attn_type_list: [0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1], num_local_experts: 32, num_experts_per_tok: 2 }
  },
  "minimax-m2": {
    name: "MiniMax-M2",
    source: { title: "MiniMaxAI/MiniMax-M2, config.json on Hugging Face", url: "https://huggingface.co/MiniMaxAI/MiniMax-M2" },
    asOf: "2025-10-27",
    confidence: "low",
    note: "architecture fields as recalled; not re-read",
    config: { model_type: "minimax_m2", hidden_size: 3072, num_hidden_layers: 62, num_attention_heads: 48, num_key_value_heads: 8, intermediate_size: 1536, vocab_size: 200064, max_position_embeddings: 196608, head_dim: 128, use_qk_norm: true, num_local_experts: 256, num_experts_per_tok: 8, quantization_config: { quant_method: "fp8", weight_block_size: [128, 128] } }
  }
};

// data/models/mistral.json
var mistral_default = {
  "mistral-7b-v0.1": {
    name: "Mistral 7B v0.1",
    source: { title: "mistralai/Mistral-7B-v0.1, config.json on Hugging Face", url: "https://huggingface.co/mistralai/Mistral-7B-v0.1" },
    asOf: "2023-09-27",
    config: { model_type: "mistral", hidden_size: 4096, num_hidden_layers: 32, num_attention_heads: 32, num_key_value_heads: 8, intermediate_size: 14336, vocab_size: 32e3, max_position_embeddings: 32768, sliding_window: 4096 }
  },
  "mistral-7b-v0.3": {
    name: "Mistral 7B v0.3",
    source: { title: "mistralai/Mistral-7B-v0.3, config.json on Hugging Face", url: "https://huggingface.co/mistralai/Mistral-7B-v0.3" },
    asOf: "2024-05-22",
    note: "re-read in a copy: mlc-ai/mlc-llm, model_preset.py",
    config: { model_type: "mistral", hidden_size: 4096, num_hidden_layers: 32, num_attention_heads: 32, num_key_value_heads: 8, intermediate_size: 14336, vocab_size: 32768, max_position_embeddings: 32768, sliding_window: null }
  },
  "mistral-nemo-12b": {
    name: "Mistral Nemo 12B",
    source: { title: "mistralai/Mistral-Nemo-Base-2407, config.json on Hugging Face", url: "https://huggingface.co/mistralai/Mistral-Nemo-Base-2407" },
    asOf: "2024-07-18",
    note: "re-read in a copy: kevinstephano/thunder_model_blocks",
    config: { model_type: "mistral", hidden_size: 5120, num_hidden_layers: 40, num_attention_heads: 32, num_key_value_heads: 8, intermediate_size: 14336, vocab_size: 131072, head_dim: 128, sliding_window: null }
  },
  "mistral-small-24b": {
    name: "Mistral Small 3 24B",
    source: { title: "mistralai/Mistral-Small-24B-Base-2501, config.json on Hugging Face", url: "https://huggingface.co/mistralai/Mistral-Small-24B-Base-2501" },
    asOf: "2025-01-30",
    confidence: "low",
    note: "architecture fields as recalled; not re-read",
    config: { model_type: "mistral", hidden_size: 5120, num_hidden_layers: 40, num_attention_heads: 32, num_key_value_heads: 8, intermediate_size: 32768, vocab_size: 131072, max_position_embeddings: 32768, head_dim: 128, sliding_window: null }
  },
  "mistral-large-2": {
    name: "Mistral Large 2 123B",
    source: { title: "mistralai/Mistral-Large-Instruct-2407, config.json on Hugging Face", url: "https://huggingface.co/mistralai/Mistral-Large-Instruct-2407" },
    asOf: "2024-07-24",
    confidence: "low",
    note: "architecture fields as recalled; not re-read",
    config: { model_type: "mistral", hidden_size: 12288, num_hidden_layers: 88, num_attention_heads: 96, num_key_value_heads: 8, intermediate_size: 28672, vocab_size: 32768, sliding_window: null }
  },
  "mixtral-8x7b": {
    name: "Mixtral 8x7B",
    source: { title: "mistralai/Mixtral-8x7B-v0.1, config.json on Hugging Face", url: "https://huggingface.co/mistralai/Mixtral-8x7B-v0.1" },
    asOf: "2023-12-11",
    config: { model_type: "mixtral", hidden_size: 4096, num_hidden_layers: 32, num_attention_heads: 32, num_key_value_heads: 8, intermediate_size: 14336, vocab_size: 32e3, max_position_embeddings: 32768, num_local_experts: 8, num_experts_per_tok: 2 }
  },
  "mixtral-8x22b": {
    name: "Mixtral 8x22B",
    source: { title: "mistralai/Mixtral-8x22B-v0.1, config.json on Hugging Face", url: "https://huggingface.co/mistralai/Mixtral-8x22B-v0.1" },
    asOf: "2024-04-10",
    confidence: "low",
    note: "architecture fields as recalled; not re-read",
    config: { model_type: "mixtral", hidden_size: 6144, num_hidden_layers: 56, num_attention_heads: 48, num_key_value_heads: 8, intermediate_size: 16384, vocab_size: 32e3, max_position_embeddings: 65536, num_local_experts: 8, num_experts_per_tok: 2 }
  }
};

// data/models/nemotron.json
var nemotron_default = {
  "nemotron-h-56b": {
    name: "Nemotron-H 56B",
    source: { title: "nvidia/Nemotron-H-56B-Base-8K, config.json on Hugging Face", url: "https://huggingface.co/nvidia/Nemotron-H-56B-Base-8K" },
    asOf: "2025-04-14",
    config: { model_type: "nemotron_h", hidden_size: 8192, hybrid_override_pattern: "M-M-M-M*-M-M-M-M-M*-M-M-M-M-M*-M-M-M-M-M*-M-M-M-M-M*-M-M-M-M-M*-M-M-M-M-M*-M-M-M-M-M*-M-M-M-M-M*-M-M-M-M-M*-M-M-M-M-M-", mamba_num_heads: 256, mamba_head_dim: 64, n_groups: 8, conv_kernel: 4, vocab_size: 131072, max_position_embeddings: 8192, ssm_state_size: 256, num_attention_heads: 64, num_key_value_heads: 8, head_dim: 128, intermediate_size: 32768 }
  },
  "nemotron-3-nano-30b-a3b": {
    name: "Nemotron 3 Nano 30B-A3B",
    source: { title: "nvidia/NVIDIA-Nemotron-3-Nano-30B-A3B-BF16, config.json on Hugging Face", url: "https://huggingface.co/nvidia/NVIDIA-Nemotron-3-Nano-30B-A3B-BF16" },
    asOf: "2025-12-15",
    config: { model_type: "nemotron_h", hidden_size: 2688, hybrid_override_pattern: "MEMEM*EMEMEM*EMEMEM*EMEMEM*EMEMEM*EMEMEMEM*EMEMEMEME", mamba_num_heads: 64, mamba_head_dim: 64, n_groups: 8, conv_kernel: 4, vocab_size: 131072, max_position_embeddings: 262144, ssm_state_size: 128, num_attention_heads: 32, num_key_value_heads: 2, head_dim: 128, n_routed_experts: 128, n_shared_experts: 1, num_experts_per_tok: 6, moe_intermediate_size: 1856, moe_shared_expert_intermediate_size: 3712, mamba_ssm_cache_dtype: "float32" }
  },
  "nemotron-3-super-120b-a12b": {
    name: "Nemotron 3 Super 120B-A12B",
    source: { title: "nvidia/NVIDIA-Nemotron-3-Super-120B-A12B-BF16, config.json on Hugging Face", url: "https://huggingface.co/nvidia/NVIDIA-Nemotron-3-Super-120B-A12B-BF16" },
    asOf: "2026-03-11",
    config: { model_type: "nemotron_h", hidden_size: 4096, hybrid_override_pattern: "MEMEMEM*EMEMEMEM*EMEMEMEM*EMEMEMEMEM*EMEMEMEMEM*EMEMEMEMEM*EMEMEMEMEM*EMEMEMEM*EMEMEMEME", mamba_num_heads: 128, mamba_head_dim: 64, n_groups: 8, conv_kernel: 4, vocab_size: 131072, max_position_embeddings: 262144, ssm_state_size: 128, num_attention_heads: 32, num_key_value_heads: 2, head_dim: 128, n_routed_experts: 512, n_shared_experts: 1, num_experts_per_tok: 22, moe_intermediate_size: 2688, moe_latent_size: 1024, moe_shared_expert_intermediate_size: 5376, mamba_ssm_cache_dtype: "float32" }
  }
};

// data/models/openai.json
var openai_default = {
  "gpt-oss-20b": {
    name: "gpt-oss-20b",
    source: { title: "openai/gpt-oss-20b, config.json on Hugging Face", url: "https://huggingface.co/openai/gpt-oss-20b" },
    asOf: "2025-08-05",
    confidence: "low",
    note: "architecture fields as recalled; not re-read",
    config: { model_type: "gpt_oss", hidden_size: 2880, num_hidden_layers: 24, num_attention_heads: 64, num_key_value_heads: 8, intermediate_size: 2880, vocab_size: 201088, max_position_embeddings: 131072, head_dim: 64, num_local_experts: 32, num_experts_per_tok: 4, sliding_window: 128, quantization_config: { quant_method: "mxfp4", modules_to_not_convert: ["model.layers.*.self_attn", "model.layers.*.mlp.router", "model.embed_tokens", "lm_head"] } }
  },
  "gpt-oss-120b": {
    name: "gpt-oss-120b",
    source: { title: "openai/gpt-oss-120b, config.json on Hugging Face", url: "https://huggingface.co/openai/gpt-oss-120b" },
    asOf: "2025-08-05",
    config: { model_type: "gpt_oss", hidden_size: 2880, num_hidden_layers: 36, num_attention_heads: 64, num_key_value_heads: 8, intermediate_size: 2880, vocab_size: 201088, max_position_embeddings: 131072, head_dim: 64, num_local_experts: 128, num_experts_per_tok: 4, sliding_window: 128, quantization_config: { quant_method: "mxfp4", modules_to_not_convert: ["model.layers.*.self_attn", "model.layers.*.mlp.router", "model.embed_tokens", "lm_head"] } }
  },
  gpt2: {
    name: "GPT-2",
    source: { title: "openai-community/gpt2, config.json on Hugging Face", url: "https://huggingface.co/openai-community/gpt2" },
    asOf: "2019-02-14",
    config: { model_type: "gpt2", n_embd: 768, n_head: 12, n_layer: 12, n_positions: 1024, vocab_size: 50257 }
  }
};

// data/models/others.json
var others_default = {
  "phi-4": {
    name: "Phi-4 14B",
    source: { title: "microsoft/phi-4, config.json on Hugging Face", url: "https://huggingface.co/microsoft/phi-4" },
    asOf: "2024-12-12",
    confidence: "low",
    note: "architecture fields as recalled; not re-read",
    config: { model_type: "phi3", hidden_size: 5120, num_hidden_layers: 40, num_attention_heads: 40, num_key_value_heads: 10, intermediate_size: 17920, vocab_size: 100352, max_position_embeddings: 16384 }
  },
  "phi-4-mini": {
    name: "Phi-4-mini 3.8B",
    source: { title: "microsoft/Phi-4-mini-instruct, config.json on Hugging Face", url: "https://huggingface.co/microsoft/Phi-4-mini-instruct" },
    asOf: "2025-02-26",
    config: { model_type: "phi3", hidden_size: 3072, num_hidden_layers: 32, num_attention_heads: 24, num_key_value_heads: 8, intermediate_size: 8192, vocab_size: 200064, max_position_embeddings: 131072, tie_word_embeddings: true }
  },
  "command-r-plus": {
    name: "Command R+",
    source: { title: "CohereForAI/c4ai-command-r-plus, config.json on Hugging Face", url: "https://huggingface.co/CohereForAI/c4ai-command-r-plus" },
    asOf: "2024-04-04",
    confidence: "low",
    note: "architecture fields as recalled; not re-read",
    config: { model_type: "cohere", hidden_size: 12288, num_hidden_layers: 64, num_attention_heads: 96, num_key_value_heads: 8, intermediate_size: 33792, vocab_size: 256e3, max_position_embeddings: 131072, use_qk_norm: true }
  },
  "command-a": {
    name: "Command A",
    source: { title: "CohereForAI/c4ai-command-a-03-2025, config.json on Hugging Face", url: "https://huggingface.co/CohereForAI/c4ai-command-a-03-2025" },
    asOf: "2025-03-13",
    confidence: "low",
    note: "architecture fields as recalled; not re-read",
    config: { model_type: "cohere2", hidden_size: 12288, num_hidden_layers: 64, num_attention_heads: 96, num_key_value_heads: 8, intermediate_size: 36864, vocab_size: 256e3, head_dim: 128, sliding_window: 4096, sliding_window_pattern: 4 }
  },
  "falcon-7b": {
    name: "Falcon 7B",
    source: { title: "tiiuae/falcon-7b, config.json on Hugging Face", url: "https://huggingface.co/tiiuae/falcon-7b" },
    asOf: "2023-04-24",
    note: "re-read in a copy: kimborgen/falcon-llm, layers as printed",
    config: { model_type: "falcon", hidden_size: 4544, num_hidden_layers: 32, num_attention_heads: 71, multi_query: true, new_decoder_architecture: false, vocab_size: 65024 }
  },
  "falcon-40b": {
    name: "Falcon 40B",
    source: { title: "tiiuae/falcon-40b, config.json on Hugging Face", url: "https://huggingface.co/tiiuae/falcon-40b" },
    asOf: "2023-05-24",
    note: "re-read in a copy: a fork of llama.cpp, fields as printed on loading",
    config: { model_type: "falcon", hidden_size: 8192, num_hidden_layers: 60, num_attention_heads: 128, num_kv_heads: 8, multi_query: true, new_decoder_architecture: true, vocab_size: 65024 }
  },
  "step-3": {
    name: "Step-3",
    source: { title: "stepfun-ai/step3, config.json on Hugging Face", url: "https://huggingface.co/stepfun-ai/step3" },
    asOf: "2025-07-31",
    confidence: "low",
    note: "architecture fields as recalled; not re-read",
    config: { model_type: "step3_text", hidden_size: 7168, num_hidden_layers: 61, num_attention_heads: 64, num_attention_groups: 1, head_dim: 256, share_q_dim: 2048, intermediate_size: 18432, moe_num_experts: 48, moe_top_k: 3, moe_intermediate_size: 5120, share_expert_dim: 5120, moe_layers_enum: "4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31,32,33,34,35,36,37,38,39,40,41,42,43,44,45,46,47,48,49,50,51,52,53,54,55,56,57,58,59", vocab_size: 128815, max_position_embeddings: 65536 }
  },
  "hunyuan-large": {
    name: "Hunyuan-Large",
    source: { title: "tencent/Tencent-Hunyuan-Large, config.json on Hugging Face", url: "https://huggingface.co/tencent/Tencent-Hunyuan-Large" },
    asOf: "2024-11-05",
    confidence: "low",
    note: "architecture fields as recalled; not re-read",
    config: { model_type: "hunyuan", hidden_size: 6400, num_hidden_layers: 64, num_attention_heads: 80, num_key_value_heads: 8, intermediate_size: 18304, vocab_size: 128512, max_position_embeddings: 131072, num_experts: 16, moe_topk: 1, num_shared_expert: 1, use_cla: true, cla_share_factor: 2, use_qk_norm: true, tie_word_embeddings: true }
  },
  "mimo-v2-flash": {
    name: "MiMo-V2-Flash",
    source: { title: "XiaomiMiMo/MiMo-V2-Flash, config.json on Hugging Face", url: "https://huggingface.co/XiaomiMiMo/MiMo-V2-Flash" },
    asOf: "2025-12-16",
    config: { model_type: "mimo_v2_flash", hidden_size: 4096, num_hidden_layers: 48, num_attention_heads: 64, num_key_value_heads: 4, intermediate_size: 16384, vocab_size: 152576, max_position_embeddings: 262144, head_dim: 192, v_head_dim: 128, swa_num_key_value_heads: 8, sliding_window: 128, hybrid_layer_pattern: [0, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 0], moe_layer_freq: [0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1], n_routed_experts: 256, num_experts_per_tok: 8, moe_intermediate_size: 2048, quantization_config: { quant_method: "fp8", weight_block_size: [128, 128] } }
  }
};

// data/models/qwen.json
var qwen_default = {
  "qwen2.5-7b": {
    name: "Qwen2.5 7B",
    source: { title: "Qwen/Qwen2.5-7B, config.json on Hugging Face", url: "https://huggingface.co/Qwen/Qwen2.5-7B" },
    asOf: "2024-09-19",
    confidence: "low",
    note: "architecture fields as recalled; not re-read",
    config: { model_type: "qwen2", hidden_size: 3584, num_hidden_layers: 28, num_attention_heads: 28, num_key_value_heads: 4, intermediate_size: 18944, vocab_size: 152064, max_position_embeddings: 131072 }
  },
  "qwen2.5-32b": {
    name: "Qwen2.5 32B",
    source: { title: "Qwen/Qwen2.5-32B, config.json on Hugging Face", url: "https://huggingface.co/Qwen/Qwen2.5-32B" },
    asOf: "2024-09-19",
    config: { model_type: "qwen2", hidden_size: 5120, num_hidden_layers: 64, num_attention_heads: 40, num_key_value_heads: 8, intermediate_size: 27648, vocab_size: 152064, max_position_embeddings: 131072 }
  },
  "qwen2.5-72b": {
    name: "Qwen2.5 72B",
    source: { title: "Qwen/Qwen2.5-72B, config.json on Hugging Face", url: "https://huggingface.co/Qwen/Qwen2.5-72B" },
    asOf: "2024-09-19",
    config: { model_type: "qwen2", hidden_size: 8192, num_hidden_layers: 80, num_attention_heads: 64, num_key_value_heads: 8, intermediate_size: 29568, vocab_size: 152064, max_position_embeddings: 131072 }
  },
  "qwen3-0.6b": {
    name: "Qwen3 0.6B",
    source: { title: "Qwen/Qwen3-0.6B, config.json on Hugging Face", url: "https://huggingface.co/Qwen/Qwen3-0.6B" },
    asOf: "2025-04-29",
    config: { model_type: "qwen3", hidden_size: 1024, num_hidden_layers: 28, num_attention_heads: 16, num_key_value_heads: 8, intermediate_size: 3072, vocab_size: 151936, max_position_embeddings: 40960, head_dim: 128, tie_word_embeddings: true }
  },
  "qwen3-8b": {
    name: "Qwen3 8B",
    source: { title: "Qwen/Qwen3-8B, config.json on Hugging Face", url: "https://huggingface.co/Qwen/Qwen3-8B" },
    asOf: "2025-04-29",
    config: { model_type: "qwen3", hidden_size: 4096, num_hidden_layers: 36, num_attention_heads: 32, num_key_value_heads: 8, intermediate_size: 12288, vocab_size: 151936, max_position_embeddings: 40960, head_dim: 128 }
  },
  "qwen3-32b": {
    name: "Qwen3 32B",
    source: { title: "Qwen/Qwen3-32B, config.json on Hugging Face", url: "https://huggingface.co/Qwen/Qwen3-32B" },
    asOf: "2025-04-29",
    config: { model_type: "qwen3", hidden_size: 5120, num_hidden_layers: 64, num_attention_heads: 64, num_key_value_heads: 8, intermediate_size: 25600, vocab_size: 151936, max_position_embeddings: 40960, head_dim: 128 }
  },
  "qwen3-30b-a3b": {
    name: "Qwen3 30B-A3B",
    source: { title: "Qwen/Qwen3-30B-A3B, config.json on Hugging Face", url: "https://huggingface.co/Qwen/Qwen3-30B-A3B" },
    asOf: "2025-04-29",
    config: { model_type: "qwen3_moe", hidden_size: 2048, num_hidden_layers: 48, num_attention_heads: 32, num_key_value_heads: 4, head_dim: 128, vocab_size: 151936, max_position_embeddings: 40960, num_experts: 128, num_experts_per_tok: 8, moe_intermediate_size: 768 }
  },
  "qwen3-235b-a22b": {
    name: "Qwen3 235B-A22B",
    source: { title: "Qwen/Qwen3-235B-A22B, config.json on Hugging Face", url: "https://huggingface.co/Qwen/Qwen3-235B-A22B" },
    asOf: "2025-04-29",
    config: { model_type: "qwen3_moe", hidden_size: 4096, num_hidden_layers: 94, num_attention_heads: 64, num_key_value_heads: 4, head_dim: 128, vocab_size: 151936, max_position_embeddings: 40960, num_experts: 128, num_experts_per_tok: 8, moe_intermediate_size: 1536 }
  },
  "qwen3-coder-480b-a35b": {
    name: "Qwen3-Coder 480B-A35B",
    source: { title: "Qwen/Qwen3-Coder-480B-A35B-Instruct, config.json on Hugging Face", url: "https://huggingface.co/Qwen/Qwen3-Coder-480B-A35B-Instruct" },
    asOf: "2025-07-22",
    config: { model_type: "qwen3_moe", hidden_size: 6144, num_hidden_layers: 62, num_attention_heads: 96, num_key_value_heads: 8, head_dim: 128, vocab_size: 151936, max_position_embeddings: 262144, num_experts: 160, num_experts_per_tok: 8, moe_intermediate_size: 2560 }
  },
  "qwen3-next-80b-a3b": {
    name: "Qwen3-Next 80B-A3B",
    source: { title: "Qwen/Qwen3-Next-80B-A3B-Instruct, config.json on Hugging Face", url: "https://huggingface.co/Qwen/Qwen3-Next-80B-A3B-Instruct" },
    asOf: "2025-09-11",
    note: "re-read in a copy: ai-dynamo/aiconfigurator, the Thinking edition",
    config: { model_type: "qwen3_next", hidden_size: 2048, num_hidden_layers: 48, num_attention_heads: 16, num_key_value_heads: 2, head_dim: 256, vocab_size: 151936, max_position_embeddings: 262144, full_attention_interval: 4, linear_num_key_heads: 16, linear_key_head_dim: 128, linear_value_head_dim: 128, linear_conv_kernel_dim: 4, linear_num_value_heads: 32, num_experts: 512, num_experts_per_tok: 10, moe_intermediate_size: 512, shared_expert_intermediate_size: 512 }
  },
  "qwen3.5-122b-a10b": {
    name: "Qwen3.5 122B-A10B",
    source: { title: "Qwen/Qwen3.5-122B-A10B, config.json on Hugging Face", url: "https://huggingface.co/Qwen/Qwen3.5-122B-A10B" },
    asOf: "2026-02-24",
    config: { model_type: "qwen3_5_moe_text", hidden_size: 3072, num_hidden_layers: 48, num_attention_heads: 32, num_key_value_heads: 2, head_dim: 256, vocab_size: 248320, max_position_embeddings: 262144, full_attention_interval: 4, linear_num_key_heads: 16, linear_key_head_dim: 128, linear_value_head_dim: 128, linear_conv_kernel_dim: 4, linear_num_value_heads: 64, num_experts: 256, num_experts_per_tok: 8, moe_intermediate_size: 1024, shared_expert_intermediate_size: 1024 }
  },
  "qwen3.5-397b-a17b": {
    name: "Qwen3.5 397B-A17B",
    source: { title: "Qwen/Qwen3.5-397B-A17B, config.json on Hugging Face", url: "https://huggingface.co/Qwen/Qwen3.5-397B-A17B" },
    asOf: "2026-02-16",
    config: { model_type: "qwen3_5_moe_text", hidden_size: 4096, num_hidden_layers: 60, num_attention_heads: 32, num_key_value_heads: 2, head_dim: 256, vocab_size: 248320, max_position_embeddings: 262144, full_attention_interval: 4, linear_num_key_heads: 16, linear_key_head_dim: 128, linear_value_head_dim: 128, linear_conv_kernel_dim: 4, linear_num_value_heads: 64, num_experts: 512, num_experts_per_tok: 10, moe_intermediate_size: 1024, shared_expert_intermediate_size: 1024 }
  },
  "qwen3.6-27b": {
    name: "Qwen3.6 27B",
    source: { title: "Qwen/Qwen3.6-27B, config.json on Hugging Face", url: "https://huggingface.co/Qwen/Qwen3.6-27B" },
    asOf: "2026-04-22",
    config: { model_type: "qwen3_5_text", hidden_size: 5120, num_hidden_layers: 64, num_attention_heads: 24, num_key_value_heads: 4, head_dim: 256, vocab_size: 248320, max_position_embeddings: 262144, full_attention_interval: 4, linear_num_key_heads: 16, linear_key_head_dim: 128, linear_value_head_dim: 128, linear_conv_kernel_dim: 4, linear_num_value_heads: 48, intermediate_size: 17408 }
  },
  "qwen3.6-35b-a3b": {
    name: "Qwen3.6 35B-A3B",
    source: { title: "Qwen/Qwen3.6-35B-A3B, config.json on Hugging Face", url: "https://huggingface.co/Qwen/Qwen3.6-35B-A3B" },
    asOf: "2026-04-16",
    config: { model_type: "qwen3_5_moe_text", hidden_size: 2048, num_hidden_layers: 40, num_attention_heads: 16, num_key_value_heads: 2, head_dim: 256, vocab_size: 248320, max_position_embeddings: 262144, full_attention_interval: 4, linear_num_key_heads: 16, linear_key_head_dim: 128, linear_value_head_dim: 128, linear_conv_kernel_dim: 4, linear_num_value_heads: 32, num_experts: 256, num_experts_per_tok: 8, moe_intermediate_size: 512, shared_expert_intermediate_size: 512 }
  }
};

// data/models/state-space.json
var state_space_default = {
  "jamba-1.5-mini": {
    name: "Jamba 1.5 Mini",
    source: { title: "ai21labs/AI21-Jamba-1.5-Mini, config.json on Hugging Face", url: "https://huggingface.co/ai21labs/AI21-Jamba-1.5-Mini" },
    asOf: "2024-08-22",
    config: { model_type: "jamba", hidden_size: 4096, num_hidden_layers: 32, num_attention_heads: 32, num_key_value_heads: 8, intermediate_size: 14336, vocab_size: 65536, max_position_embeddings: 262144, num_experts: 16, num_experts_per_tok: 2, mamba_dt_rank: 256 }
  },
  "jamba-1.5-large": {
    name: "Jamba 1.5 Large",
    source: { title: "ai21labs/AI21-Jamba-1.5-Large, config.json on Hugging Face", url: "https://huggingface.co/ai21labs/AI21-Jamba-1.5-Large" },
    asOf: "2024-08-22",
    confidence: "low",
    note: "architecture fields as recalled; not re-read",
    config: { model_type: "jamba", hidden_size: 8192, num_hidden_layers: 72, num_attention_heads: 64, num_key_value_heads: 8, intermediate_size: 24576, vocab_size: 65536, max_position_embeddings: 262144, num_experts: 16, num_experts_per_tok: 2, mamba_dt_rank: 512 }
  },
  "granite-4.0-h-small": {
    name: "Granite 4.0 H Small",
    source: { title: "ibm-granite/granite-4.0-h-small, config.json on Hugging Face", url: "https://huggingface.co/ibm-granite/granite-4.0-h-small" },
    asOf: "2025-10-02",
    confidence: "low",
    note: "architecture fields as recalled; not re-read",
    config: { model_type: "granitemoehybrid", hidden_size: 4096, num_hidden_layers: 40, num_attention_heads: 32, num_key_value_heads: 8, intermediate_size: 768, vocab_size: 100352, max_position_embeddings: 131072, layer_types: ["mamba", "mamba", "mamba", "mamba", "mamba", "attention", "mamba", "mamba", "mamba", "mamba", "mamba", "mamba", "mamba", "mamba", "mamba", "attention", "mamba", "mamba", "mamba", "mamba", "mamba", "mamba", "mamba", "mamba", "mamba", "attention", "mamba", "mamba", "mamba", "mamba", "mamba", "mamba", "mamba", "mamba", "mamba", "attention", "mamba", "mamba", "mamba", "mamba"], mamba_n_heads: 128, mamba_d_head: 64, mamba_d_state: 128, num_local_experts: 72, num_experts_per_tok: 10, shared_intermediate_size: 1536, tie_word_embeddings: true }
  },
  "mamba-codestral-7b": {
    name: "Mamba-Codestral 7B",
    source: { title: "mistralai/Mamba-Codestral-7B-v0.1, config.json on Hugging Face", url: "https://huggingface.co/mistralai/Mamba-Codestral-7B-v0.1" },
    asOf: "2024-07-16",
    confidence: "low",
    note: "architecture fields as recalled; not re-read",
    config: { model_type: "mamba2", hidden_size: 4096, num_hidden_layers: 64, num_heads: 128, head_dim: 64, state_size: 128, n_groups: 8, conv_kernel: 4, tie_word_embeddings: false, vocab_size: 32768 }
  }
};

// src/model/kvBytes.ts
var bits2 = { fp32: 32, bf16: 16, fp16: 16, fp8: 8, int8: 8, int4: 4 };
var kvDtypes = [
  ...Object.keys(bits2),
  "fp8_per_head",
  "int8_per_head",
  "nvfp4",
  "fp8_ds_mla"
];
function kvDtype(name) {
  const found2 = kvDtypes.find((dtype) => dtype === name);
  if (found2 === void 0) throw unknownName("KV dtype", name, kvDtypes);
  return found2;
}
function entryBytes(entry, dtype, ranks = 1) {
  switch (entry.holds) {
    case "bytes":
      return entry.bytes;
    case "vector":
      return elementBytes(entry.dim, 1, dtype === "fp8_ds_mla" ? "bf16" : dtype);
    case "latent":
      if (dtype === "fp8_ds_mla") return packedLatentBytes(entry);
      return elementBytes(entry.latentDim + entry.ropeDim, 1, dtype);
    case "keysAndValues": {
      if (dtype === "fp8_ds_mla") {
        throw new Refusal("KV dtype fp8_ds_mla is a layout of latent attention; for keys and values ask for fp8.");
      }
      const heads = Math.ceil(entry.heads / ranks);
      return elementBytes(heads * entry.keyDim, heads, dtype) + elementBytes(heads * entry.valueDim, heads, dtype);
    }
  }
}
function elementBytes(elements, heads, dtype) {
  if (dtype === "nvfp4") return elements / 2 + elements / 16;
  if (dtype === "fp8_per_head" || dtype === "int8_per_head") return elements + heads * 4;
  return elements * bits2[dtype] / 8;
}
function packedLatentBytes({ latentDim: latentDim2, ropeDim: ropeDim2, layout }) {
  const scales = layout === "v3" ? 4 * Math.ceil(latentDim2 / 128) : 8 * Math.ceil(latentDim2 / 64 / 8);
  return latentDim2 + scales + 2 * ropeDim2;
}

// src/model/bytes.ts
var bytesOfEntry = (entry, options) => entryBytes(entry, options.kvDtype ?? "bf16", options.tensorParallel ?? 1);
function perToken(architecture, options = {}) {
  return sumCaches(architecture, options, (cache) => growth(cache, options));
}
function entriesAt(reach, context2) {
  switch (reach.over) {
    case "all":
      return context2;
    case "last":
      return Math.min(context2, reach.tokens);
    case "every":
      return Math.ceil(context2 / reach.tokens);
  }
}
function growth(cache, options) {
  if (cache.keeps !== "entries" || cache.reach.over === "last") return 0;
  const bytes2 = bytesOfEntry(cache.entry, options);
  return cache.reach.over === "all" ? bytes2 : bytes2 / cache.reach.tokens;
}
function stateBytes(cache, options) {
  const ranks = options.tensorParallel ?? 1;
  if (cache.keeps === "state") {
    return Math.ceil(cache.elements / ranks) * floatBytes(options.stateDtype ?? cache.dtype);
  }
  const columns = options.convolution === "kernel" ? cache.kernel : cache.kernel - 1;
  return Math.ceil(cache.channels / ranks) * columns * floatBytes(cache.dtype);
}
var floatBytes = (dtype) => dtype === "float32" ? 4 : 2;
var layersOf = (architecture, options) => options.speculative ? [...architecture.layers, ...architecture.draftLayers] : architecture.layers;
function sumCaches(architecture, options, bytes2) {
  let sum2 = 0;
  for (const layer of layersOf(architecture, options)) for (const cache of layer.caches) sum2 += bytes2(cache);
  return sum2;
}
function checkContext(context2) {
  if (!Number.isInteger(context2) || context2 < 0 || context2 > 1e12) {
    throw new Refusal(`The context is ${context2}; expected a whole number of tokens, 0 or more.`);
  }
}

// src/model/parameters.ts
var counted = /* @__PURE__ */ new WeakMap();
function parameters(architecture) {
  const known7 = counted.get(architecture);
  if (known7 !== void 0) return known7;
  const fresh = count2(architecture);
  counted.set(architecture, fresh);
  return fresh;
}
function count2(architecture) {
  const sum2 = { total: 0, active: 0, lookedUp: 0, tables: 0 };
  const lookedUp = architecture.tied ? ["lookup"] : ["embedding", "lookup"];
  for (const weight2 of weightsOf(architecture)) {
    sum2.total += weight2.total;
    sum2.active += weight2.active;
    if (lookedUp.includes(weight2.role)) sum2.lookedUp += weight2.active;
    if (tables.includes(weight2.role)) sum2.tables += weight2.active;
  }
  return {
    total: sum2.total,
    active: sum2.active,
    activeWithoutInputEmbedding: sum2.active - sum2.lookedUp,
    activeWithoutEmbeddings: sum2.active - sum2.tables
  };
}
var tables = ["embedding", "lookup", "head"];
var weightsOf = (architecture) => [
  ...architecture.layers.flatMap((layer) => layer.weights),
  ...architecture.outside
];

// src/model/weights.ts
function weightBytes(architecture) {
  const { plainBits, bits: bits4, unknown: unknown3 } = architecture.quantization;
  if (unknown3 !== void 0) throw new Refusal(unknownBits(unknown3));
  let sum2 = 0;
  for (const { role, total: total2 } of weightsOf(architecture)) sum2 += total2 * (bits4[role] ?? plainBits) / 8;
  return sum2;
}
var unknownBits = (method) => `The weights are quantized by "${method}", whose bits per parameter servemath does not know; expected fp8, mxfp4, gptq, awq, bitsandbytes, compressed-tensors or modelopt.`;

// src/model/quantities.ts
var elementBytes2 = { fp32: 4, bf16: 2, fp16: 2, fp8: 1, int8: 1, int4: 0.5 };
function quantities2(architecture, options = {}) {
  const { total: total2, active } = parameters(architecture);
  const growing = architecture.layers.filter((layer) => layer.caches.some(grows));
  const typical = growing[0] ?? architecture.layers.find((layer) => layer.queries !== void 0);
  const dtype = options.kvDtype ?? "bf16";
  return {
    layers: growing.length,
    ...geometry(typical),
    bytesPerElement: dtype in elementBytes2 ? elementBytes2[dtype] : 1,
    bytesPerToken: perToken(architecture, options),
    activeParams: active,
    totalParams: total2,
    bytesPerParam: weightBytes(architecture) / total2
  };
}
var grows = (cache) => cache.keeps === "entries" && cache.reach.over !== "last";
function geometry(layer) {
  const queries = layer?.queries;
  const entry = layer?.caches.flatMap((cache) => cache.keeps === "entries" ? [cache.entry] : [])[0];
  return {
    queryHeads: queries?.heads ?? 0,
    headDim: queries === void 0 ? 0 : (queries.scoreDim + queries.valueDim) / 2,
    ...stored(entry)
  };
}
function stored(entry) {
  if (entry?.holds === "latent") return { kvHeads: 1, latentDim: entry.latentDim, ropeDim: entry.ropeDim };
  return { kvHeads: entry?.holds === "keysAndValues" ? entry.heads : 0 };
}

// src/model/architecture.ts
var weight = (role, total2, active = total2) => ({ role, total: total2, active });

// src/model/fields.ts
var otherwise = (is, says6) => ({ is, says: says6 });
var quietly = (is) => ({ is, says: "" });
var absurd = 1e9;
function fieldsOf(source14, path, notes) {
  const read38 = /* @__PURE__ */ new Set();
  const groups = [];
  const label = (name) => path === "" ? name : `${path}.${name}`;
  function find(names7) {
    const present = [names7].flat().filter((name) => source14[name] !== void 0);
    for (const name of present) read38.add(name);
    const set = present.filter((name) => source14[name] !== null);
    const [first, ...rest2] = set;
    if (first === void 0) return void 0;
    for (const other of rest2) {
      if (JSON.stringify(source14[other]) !== JSON.stringify(source14[first])) {
        throw new Refusal(
          `The config contradicts itself: ${label(first)} is ${brief(source14[first])} but ${label(other)} is ${brief(source14[other])}; remove the wrong one.`
        );
      }
    }
    return { name: first, value: source14[first] };
  }
  function get(names7, or, expected, accept) {
    const found2 = find(names7);
    if (found2 === void 0) {
      const name = label([names7].flat()[0] ?? "");
      if (or === void 0)
        throw new Refusal(`The config has no "${name}" (${expected}) and its class documents no default: add it.`);
      if (or.says !== "") notes.push(`${name} is not in the file: ${brief(or.is)} (${or.says})`);
      return or.is;
    }
    const value = accept(found2.value);
    if (value === void 0) throw new Refusal(`"${label(found2.name)}" is ${brief(found2.value)}; expected ${expected}.`);
    return value;
  }
  return {
    path,
    names: Object.keys(source14),
    // A null says "not set": asking for it is reading it.
    has: (names7) => {
      const set = [names7].flat().filter((name) => source14[name] !== void 0);
      for (const name of set) if (source14[name] === null) read38.add(name);
      return set.some((name) => source14[name] !== null);
    },
    count: (names7, or) => get(names7, or, "a positive whole number", (value) => wholeIn(value, 1)),
    whole: (names7, or) => get(names7, or, "a whole number, 0 or more", (value) => wholeIn(value, 0)),
    flag: (names7, or) => get(names7, or, "true or false", (value) => typeof value === "boolean" ? value : void 0),
    text: (names7, or) => get(names7, or, "a string", (value) => typeof value === "string" ? value : void 0),
    list: (names7, or) => get(names7, or, "a list", (value) => Array.isArray(value) ? value : void 0),
    raw: (names7) => find(names7)?.value,
    passOver: (...names7) => {
      for (const name of names7) read38.add(name);
    },
    group: (name) => {
      const found2 = find(name);
      if (found2 === void 0) throw new Refusal(`The config has no "${label(name)}" (an object): add it.`);
      if (!isObject(found2.value)) throw new Refusal(`"${label(name)}" is ${brief(found2.value)}; expected an object.`);
      const group = fieldsOf(found2.value, label(name), notes);
      groups.push(group);
      return group;
    },
    note: (says6) => notes.push(says6),
    unread: () => [
      ...Object.keys(source14).filter((name) => !read38.has(name)).map(label),
      ...groups.flatMap((group) => group.unread())
    ]
  };
}
var isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
var wholeIn = (value, least2) => typeof value === "number" && Number.isInteger(value) && value >= least2 && value <= absurd ? value : void 0;
function brief(value) {
  const text2 = typeof value === "number" ? String(value) : JSON.stringify(value) ?? String(value);
  return text2.length > 60 ? `${text2.slice(0, 57)}...` : text2;
}

// src/model/contextLimit.ts
var names2 = ["max_position_embeddings", "n_positions", "model_max_length", "max_sequence_length", "max_seq_len"];
var stretching = ["yarn", "dynamic", "longrope", "su", "linear"];
function contextLimit(text2, root2) {
  const tokens2 = [text2, root2].flatMap((part3) => names2.map((name) => part3[name])).find(isCount2);
  if (tokens2 === void 0) return void 0;
  const stretched = stretchedTo(text2.rope_scaling ?? text2.rope_parameters ?? root2.rope_scaling, tokens2, text2);
  return { tokens: tokens2, ...stretched > tokens2 && { stretched } };
}
function stretchedTo(rope, tokens2, { model_type }) {
  if (!isObject(rope)) return tokens2;
  const kind = String(rope.rope_type ?? rope.type);
  const original = rope.original_max_position_embeddings;
  if (!stretching.includes(kind) || typeof rope.factor !== "number") return tokens2;
  if (kind === "linear" && original === void 0 && String(model_type).startsWith("gemma3")) return tokens2;
  return Math.round(rope.factor * (isCount2(original) ? original : tokens2));
}
var isCount2 = (value) => typeof value === "number" && Number.isInteger(value) && value > 0;

// src/model/families/family.ts
var mostLayers = 2e3;
function layerCount(fields3) {
  const count3 = fields3.count(["num_hidden_layers", "n_layer", "n_layers", "num_layers"]);
  if (count3 > mostLayers) throw new Refusal(`num_hidden_layers is ${count3}; expected at most ${mostLayers}.`);
  return count3;
}
var hiddenSize = (fields3) => fields3.count(["hidden_size", "n_embd", "d_model"]);
function perLayer(fields3, name, layers2, accept) {
  const list2 = fields3.list(name);
  if (list2.length !== layers2) {
    throw new Refusal(`${name} has ${list2.length} entries for ${layers2} layers; expected one for each.`);
  }
  return list2.map((item, index) => {
    const value = accept(item);
    if (value === void 0) throw new Refusal(`${name}[${index}] is ${brief(item)}, which servemath does not know.`);
    return value;
  });
}
var isIndex = (item) => typeof item === "number" && Number.isInteger(item) && item >= 0;
function draftCount(fields3) {
  fields3.passOver("num_mtp_modules");
  return Math.min(fields3.whole(["num_nextn_predict_layers", "mtp_num_hidden_layers"], quietly(0)), mostLayers);
}

// src/model/layers/feedForward.ts
function mlp({ hidden, width: width2, gated, bias }) {
  const biases = bias ? (gated ? 2 : 1) * width2 + hidden : 0;
  return [weight("mlp", (gated ? 3 : 2) * hidden * width2), weight("norm", biases)];
}
function experts2(moe) {
  const { hidden, count: count3, perToken: perToken2, width: width2, gated, latentDim: latentDim2 } = moe;
  const matrices = gated ? 3 : 2;
  const one5 = matrices * (latentDim2 ?? hidden) * width2;
  const biases = moe.bias ? (gated ? 2 : 1) * width2 + hidden : 0;
  const shared2 = matrices * hidden * (moe.sharedWidth ?? 0) + (moe.sharedGate ? hidden : 0);
  return [
    weight("experts", count3 * one5, perToken2 * one5),
    weight("norm", count3 * biases, perToken2 * biases),
    weight("router", count3 * hidden + (moe.routerBias ? count3 : 0)),
    ...shared2 > 0 ? [weight("sharedExperts", shared2)] : [],
    ...latentDim2 === void 0 ? [] : [weight("mlp", 2 * hidden * latentDim2)]
  ];
}

// src/model/layers/groupedQuery.ts
function groupedQuery(kind, reach, heads) {
  const { queryHeads: queryHeads2, kvHeads: kvHeads2, keyDim, valueDim } = heads;
  const flops2 = 2 * queryHeads2 * (keyDim + valueDim);
  return {
    kind,
    caches: [{ keeps: "entries", entry: { holds: "keysAndValues", heads: kvHeads2, keyDim, valueDim }, reach }],
    attends: [{ reach, flops: flops2, absorbedFlops: flops2 }],
    stateFlops: 0,
    weights: groupedQueryWeights(heads),
    queries: { heads: queryHeads2, scoreDim: keyDim, valueDim }
  };
}
function groupedQueryWeights(heads) {
  const query = heads.queryHeads * heads.keyDim;
  const gate = heads.outputGate ? heads.queryHeads * heads.valueDim : 0;
  const key = heads.kvHeads * heads.keyDim;
  const value = heads.valuesAreKeys ? 0 : heads.kvHeads * heads.valueDim;
  const output = heads.queryHeads * heads.valueDim;
  return [weight("attention", heads.hidden * (query + gate + key + value + output)), weight("norm", heads.small ?? 0)];
}
var projectionBiases = (heads, output) => heads.queryHeads * heads.keyDim + heads.kvHeads * (heads.keyDim + heads.valueDim) + (output ? heads.hidden : 0);

// src/model/layers/fullAttention.ts
var fullAttention2 = (heads) => groupedQuery("full attention", { over: "all" }, heads);

// src/model/layers/layer.ts
var plainLayer = (kind, weights2) => ({
  kind,
  caches: [],
  attends: [],
  stateFlops: 0,
  weights: weights2
});
var withFeedForward = (mixer, feedForward, normParameters) => ({
  ...mixer,
  weights: [...mixer.weights, ...feedForward, weight("norm", normParameters)]
});

// src/model/families/heads.ts
function readHeads(fields3, defaults = {}) {
  const says6 = `${defaults.class ?? "class"} default`;
  const hidden = hiddenSize(fields3);
  const queryHeads2 = fields3.count(
    ["num_attention_heads", "n_head", "n_heads"],
    defaults.queryHeads === void 0 ? void 0 : otherwise(defaults.queryHeads, says6)
  );
  const kvHeads2 = fields3.count(
    ["num_key_value_heads", "num_kv_heads", "num_attention_groups", "n_head_kv", "multi_query_group_num"],
    defaults.kvHeads === void 0 ? otherwise(queryHeads2, "as many as query heads: multi-head attention") : otherwise(defaults.kvHeads, says6)
  );
  const headDim2 = readHeadDim(fields3, hidden, queryHeads2, defaults.headDim, says6);
  return checkedHeads({ hidden, queryHeads: queryHeads2, kvHeads: kvHeads2, keyDim: headDim2, valueDim: headDim2 });
}
function readHeadDim(fields3, hidden, queryHeads2, byClass, says6 = "") {
  const names7 = ["head_dim", "attention_head_dim", "kv_channels"];
  if (fields3.has(names7)) return fields3.count(names7);
  if (byClass !== void 0) return fields3.count(names7, otherwise(byClass, says6));
  if (hidden % queryHeads2 !== 0) {
    throw new Refusal(
      `The config gives no head_dim, and hidden size ${hidden} is not a multiple of ${queryHeads2} heads.`
    );
  }
  return fields3.count(names7, otherwise(hidden / queryHeads2, "hidden size / heads"));
}
function checkedHeads(heads) {
  if (heads.queryHeads % heads.kvHeads !== 0) {
    throw new Refusal(
      `The config contradicts itself: ${heads.kvHeads} key/value heads do not divide ${heads.queryHeads} query heads.`
    );
  }
  return heads;
}

// src/model/families/chatglm.ts
var chatglm = { name: "glm", modelTypes: ["chatglm"], tied: false, read };
function read(fields3) {
  const hidden = hiddenSize(fields3);
  const queryHeads2 = fields3.count("num_attention_heads");
  const headDim2 = fields3.count("kv_channels");
  const groups = fields3.count("multi_query_group_num", quietly(queryHeads2));
  const kvHeads2 = fields3.flag("multi_query_attention", quietly(false)) ? groups : queryHeads2;
  const heads = checkedHeads({ hidden, queryHeads: queryHeads2, kvHeads: kvHeads2, keyDim: headDim2, valueDim: headDim2 });
  const everywhere = fields3.flag("add_bias_linear", quietly(false));
  const biased = fields3.flag("add_qkv_bias", quietly(false)) || everywhere;
  fields3.passOver("multi_query_group_num", "post_layer_norm", "interleaved_qkv");
  const small2 = biased ? projectionBiases(heads, everywhere) : 0;
  const feedForward = mlp({ hidden, width: fields3.count("ffn_hidden_size"), gated: true, bias: everywhere });
  const layer = withFeedForward(fullAttention2({ ...heads, small: small2 }), feedForward, 2 * hidden);
  return { layers: Array.from({ length: layerCount(fields3) }, () => layer), outside: [weight("norm", hidden)] };
}

// src/model/layers/slidingAttention.ts
var slidingAttention = (heads, window) => groupedQuery(`sliding attention (${window})`, { over: "last", tokens: window }, heads);
function chunkedAttention(heads, chunk) {
  const layer = groupedQuery(`chunked attention (${chunk})`, { over: "last", tokens: chunk }, heads);
  return { ...layer, attends: layer.attends.map((attend) => ({ ...attend, chunked: true })) };
}

// src/model/families/windows.ts
var seesAll = { sees: "all" };
function attention(sight, heads) {
  if (sight.sees === "all") return fullAttention2(heads);
  return sight.sees === "window" ? slidingAttention(heads, sight.tokens) : chunkedAttention(heads, sight.tokens);
}
var windowNames = ["sliding_window", "sliding_window_size"];
var readWindow = (fields3) => fields3.has(windowNames) ? fields3.count(windowNames) : void 0;
var names3 = /* @__PURE__ */ new Map([
  ["full_attention", "all"],
  ["attention", "all"],
  ["global", "all"],
  ["global_attention", "all"],
  ["sliding_attention", "window"],
  ["local", "window"],
  ["sliding_window_attention", "window"],
  ["chunked_attention", "chunk"]
]);
function sightsFromLayerTypes(fields3, layers2) {
  if (!fields3.has("layer_types")) return void 0;
  const kinds = perLayer(fields3, "layer_types", layers2, (item) => names3.get(item));
  return kinds.map((kind) => kind === "all" ? seesAll : { sees: kind, tokens: bound(fields3, kind) });
}
function bound(fields3, kind) {
  return kind === "window" ? fields3.count(windowNames) : fields3.count("attention_chunk_size");
}
var everyNth = (layers2, period, other) => Array.from({ length: layers2 }, (_, index) => (index + 1) % period === 0 ? seesAll : other);
function bindingWindow(fields3) {
  const window = readWindow(fields3);
  const used = fields3.flag("use_sliding_window", quietly(true));
  const longest = fields3.has("max_position_embeddings") ? fields3.count("max_position_embeddings") : Number.POSITIVE_INFINITY;
  if (window === void 0 || !used) return void 0;
  if (window < longest) return window;
  fields3.note(
    `sliding_window ${window} is not shorter than the longest context ${longest}: it never binds, the layers are full`
  );
  return void 0;
}
function bits3(fields3, name, layers2) {
  return perLayer(fields3, name, layers2, (item) => item === 0 || item === 1 ? item === 1 : void 0);
}
function refuseWindow(fields3, family) {
  const window = readWindow(fields3);
  if (window === void 0) return;
  throw new Refusal(`sliding_window is ${window}, but ${family} attention has no window that servemath knows.`);
}
function refuseBidirectional(fields3) {
  const value = fields3.raw("use_bidirectional_attention");
  if (value === void 0 || value === false || value === "vision") return;
  throw new Refusal(
    `use_bidirectional_attention is ${brief(value)}: an encoder, which decodes nothing and keeps no KV cache.`
  );
}

// src/model/families/cohere.ts
var cohere = { name: "cohere", modelTypes: ["cohere", "cohere2"], tied: true, read: read2 };
function read2(fields3, modelType) {
  const hidden = hiddenSize(fields3);
  const layers2 = layerCount(fields3);
  const heads = readHeads(fields3);
  const bias = fields3.flag("attention_bias", quietly(false)) ? projectionBiases(heads, true) : 0;
  const normed = fields3.flag("use_qk_norm", quietly(false));
  const small2 = bias + (normed ? (heads.queryHeads + heads.kvHeads) * heads.keyDim : 0);
  const feedForward = mlp({ hidden, width: fields3.count("intermediate_size"), gated: true });
  const all = Array.from({ length: layers2 }, () => seesAll);
  const sights5 = modelType === "cohere" ? all : sightsFromLayerTypes(fields3, layers2) ?? patterned(fields3, layers2);
  fields3.passOver("sliding_window_pattern", "layer_switch", "order_of_interleaved_layers", "sliding_window");
  fields3.passOver("use_gated_activation", "use_parallel_block");
  return {
    layers: sights5.map((sight) => withFeedForward(attention(sight, { ...heads, small: small2 }), feedForward, hidden)),
    outside: [weight("norm", hidden)]
  };
}
function patterned(fields3, layers2) {
  const says6 = "Cohere2Config default";
  const tokens2 = readWindow(fields3) ?? fields3.count("sliding_window", otherwise(4096, says6));
  const period = fields3.count(["sliding_window_pattern", "layer_switch"], otherwise(4, says6));
  return everyNth(layers2, period, { sees: "window", tokens: tokens2 });
}

// src/model/layers/latentAttention.ts
function latentAttention(mla) {
  const { queryHeads: queryHeads2, latentDim: latentDim2, ropeDim: ropeDim2, plainDim, valueDim } = mla;
  const reach = { over: "all" };
  return {
    kind: "latent attention",
    caches: [{ keeps: "entries", entry: { holds: "latent", latentDim: latentDim2, ropeDim: ropeDim2, layout: "v3" }, reach }],
    attends: [
      {
        reach,
        flops: 2 * queryHeads2 * (plainDim + ropeDim2 + valueDim),
        // The up-projections are folded into query and output: scores and sums run over the latent itself.
        absorbedFlops: 2 * queryHeads2 * (2 * latentDim2 + ropeDim2)
      }
    ],
    stateFlops: 0,
    weights: [
      weight("attention", projections(mla)),
      weight("norm", latentDim2 + (mla.queryRank ?? 0) + (mla.small ?? 0))
    ],
    queries: { heads: queryHeads2, scoreDim: plainDim + ropeDim2, valueDim }
  };
}
function projections({
  hidden,
  queryHeads: queryHeads2,
  queryRank,
  latentDim: latentDim2,
  ropeDim: ropeDim2,
  plainDim,
  valueDim,
  outputGate
}) {
  const queryWidth = queryHeads2 * (plainDim + ropeDim2);
  const query = queryRank === void 0 ? hidden * queryWidth : queryRank * (hidden + queryWidth);
  const down = hidden * (latentDim2 + ropeDim2);
  const up = latentDim2 * queryHeads2 * (plainDim + valueDim);
  const output = queryHeads2 * valueDim * hidden * (outputGate ? 2 : 1);
  return query + down + up + output;
}

// src/model/families/mixture.ts
var countNames = ["num_local_experts", "num_experts", "n_routed_experts", "moe_num_experts"];
var perTokenNames = [
  "num_experts_per_tok",
  "num_experts_per_token",
  "experts_per_token",
  "top_k_experts",
  "moe_topk",
  "moe_top_k"
];
function hasExperts(fields3) {
  if (!fields3.has(countNames)) return false;
  if (fields3.whole(countNames) > 0) return true;
  fields3.passOver(...perTokenNames, "moe_intermediate_size");
  return false;
}
function readExperts(fields3, widthNames, gated = true) {
  const count3 = fields3.count(countNames);
  const perToken2 = fields3.count(perTokenNames);
  if (perToken2 > count3) {
    throw new Refusal(`The config contradicts itself: a token uses ${perToken2} experts of only ${count3}.`);
  }
  return { hidden: hiddenSize(fields3), count: count3, perToken: perToken2, width: fields3.count(widthNames), gated };
}
var sharedByNumber = (fields3, width2) => fields3.whole(["n_shared_experts", "num_shared_experts", "num_shared_expert"], quietly(0)) * width2;
var sharedByWidth = (fields3) => fields3.whole(["shared_expert_intermediate_size", "shared_intermediate_size", "share_expert_dim"], quietly(0));
function sparseLayers(fields3, layers2, classDefault = quietly(0)) {
  const readings = [
    ...listed(fields3, layers2),
    ...firstDense(fields3, layers2, classDefault),
    ...steps(fields3, layers2),
    ...interleaved(fields3, layers2),
    ...enumerated(fields3, layers2)
  ];
  const [first, ...rest2] = readings;
  if (first === void 0) return byDefault(fields3, layers2, classDefault);
  for (const other of rest2) {
    if (other.sparse.some((value, index) => value !== first.sparse[index])) {
      throw new Refusal(
        `The config contradicts itself: ${first.name} and ${other.name} put the experts in different layers.`
      );
    }
  }
  return first.sparse;
}
function byDefault(fields3, layers2, { is, says: says6 }) {
  if (says6 !== "") fields3.note(`which layers have experts is not in the file: the first ${is} have none (${says6})`);
  return fill2(layers2, (index) => index >= is);
}
var fill2 = (layers2, sparse2) => Array.from({ length: layers2 }, (_, i) => sparse2(i));
function listed(fields3, layers2) {
  const readings = [];
  if (fields3.has("mlp_layer_types")) {
    const kinds = perLayer(
      fields3,
      "mlp_layer_types",
      layers2,
      (item) => item === "sparse" || item === "moe" ? true : item === "dense" ? false : void 0
    );
    readings.push({ name: "mlp_layer_types", sparse: kinds });
  }
  if (Array.isArray(fields3.raw("moe_layer_freq"))) {
    const kinds = perLayer(
      fields3,
      "moe_layer_freq",
      layers2,
      (item) => item === 1 ? true : item === 0 ? false : void 0
    );
    readings.push({ name: "moe_layer_freq", sparse: kinds });
  }
  return readings;
}
function firstDense(fields3, layers2, classDefault) {
  const listed3 = Array.isArray(fields3.raw("moe_layer_freq"));
  if (!fields3.has("first_k_dense_replace") && (listed3 || !fields3.has("moe_layer_freq"))) return [];
  const dense2 = fields3.whole("first_k_dense_replace", classDefault);
  const every = listed3 ? 1 : fields3.count("moe_layer_freq", quietly(1));
  return [{ name: "first_k_dense_replace", sparse: fill2(layers2, (index) => index >= dense2 && index % every === 0) }];
}
function steps(fields3, layers2) {
  if (!fields3.has(["decoder_sparse_step", "mlp_only_layers"])) return [];
  const step = fields3.count("decoder_sparse_step", quietly(1));
  const dense2 = fields3.list("mlp_only_layers", quietly([]));
  if (!dense2.every(isIndex)) throw new Refusal("mlp_only_layers is not a list of layer numbers.");
  return [
    { name: "mlp_only_layers", sparse: fill2(layers2, (index) => !dense2.includes(index) && (index + 1) % step === 0) }
  ];
}
function interleaved(fields3, layers2) {
  if (!fields3.has("interleave_moe_layer_step")) return [];
  const step = fields3.whole("interleave_moe_layer_step");
  const sparse2 = fill2(layers2, (index) => step > 0 && (index + 1) % step === 0);
  return [{ name: "interleave_moe_layer_step", sparse: sparse2 }];
}
function enumerated(fields3, layers2) {
  return ["moe_layers", "moe_layers_enum"].flatMap((name) => {
    if (!fields3.has(name)) return [];
    const value = fields3.raw(name);
    const list2 = typeof value === "string" ? numbersOf2(value) : fields3.list(name);
    return list2.length === 0 ? [] : [{ name, sparse: chosen(list2, layers2) }];
  });
}
var numbersOf2 = (text2) => text2.trim() === "" ? [] : text2.split(",").map(Number);
function chosen(list2, layers2) {
  if (!list2.every((item) => isIndex(item) && item < layers2)) {
    throw new Refusal(`The list of layers with experts names a layer that is not among 0 to ${layers2 - 1}.`);
  }
  return fill2(layers2, (index) => list2.includes(index));
}

// src/model/families/deepseek.ts
var deepseek = {
  name: "deepseek",
  modelTypes: ["deepseek_v2", "deepseek_v3", "kimi_k2", "glm4_moe_lite"],
  tied: false,
  read: read3
};
var firstDense2 = { deepseek_v2: 0, deepseek_v3: 3, kimi_k2: 3, glm4_moe_lite: 1 };
function read3(fields3, modelType) {
  const mixer = latentAttention(readLatent(fields3));
  return latentDecoder(fields3, () => mixer, firstDense2[modelType] ?? 0);
}
function readLatent(fields3) {
  fields3.passOver("head_dim", "num_key_value_heads", "qk_head_dim");
  const bias = fields3.flag("attention_bias", quietly(false));
  const hidden = hiddenSize(fields3);
  const latentDim2 = fields3.count("kv_lora_rank");
  const ropeDim2 = fields3.count("qk_rope_head_dim");
  const queryRank = fields3.has("q_lora_rank") ? fields3.count("q_lora_rank") : void 0;
  return {
    hidden,
    queryHeads: fields3.count("num_attention_heads"),
    queryRank,
    latentDim: latentDim2,
    ropeDim: ropeDim2,
    plainDim: fields3.count("qk_nope_head_dim"),
    valueDim: fields3.count("v_head_dim"),
    small: bias ? (queryRank ?? 0) + latentDim2 + ropeDim2 + hidden : 0
  };
}
function latentDecoder(fields3, mixer, denseByDefault) {
  const hidden = hiddenSize(fields3);
  const count3 = layerCount(fields3);
  const mixture = hasExperts(fields3) ? mixtureOf(fields3) : [];
  const sparse2 = hasExperts(fields3) ? sparseLayers(fields3, count3, otherwise(denseByDefault, "class default")) : Array.from({ length: count3 }, () => false);
  fields3.passOver("intermediate_size");
  const dense2 = sparse2.includes(false) ? mlp({ hidden, width: fields3.count("intermediate_size"), gated: true }) : [];
  const layer = (index) => withFeedForward(mixer(index), sparse2[index] ? mixture : dense2, 2 * hidden);
  return {
    layers: sparse2.map((_, index) => layer(index)),
    draftLayers: Array.from(
      { length: draftCount(fields3) },
      () => withFeedForward(mixer(count3 - 1), mixture, 2 * hidden)
    ),
    outside: [weight("norm", hidden)]
  };
}
function mixtureOf(fields3) {
  const routed = readExperts(fields3, "moe_intermediate_size");
  return experts2({ ...routed, sharedWidth: sharedByNumber(fields3, routed.width) });
}

// src/model/layers/indexer.ts
var packedIndexKeys = (dim) => ({ holds: "bytes", bytes: dim + 4 * Math.ceil(dim / 128) });
function withIndexer(layer, index, reach = { over: "all" }) {
  const flops2 = 2 * index.heads * index.dim;
  const selected = selecting(layer, index.selects, reach);
  return {
    ...selected,
    kind: `${layer.kind}, indexed`,
    caches: [...selected.caches, { keeps: "entries", entry: index.keys, reach }],
    attends: [...selected.attends, { reach, flops: flops2, absorbedFlops: flops2 }],
    weights: [...layer.weights, weight("attention", index.parameters), weight("norm", index.small)]
  };
}
function selecting(layer, selects, reach = { over: "all" }) {
  return {
    ...layer,
    caches: layer.caches.map(
      (cache) => cache.keeps === "entries" && cache.reach.over === reach.over ? { ...cache, readsAtMost: selects } : cache
    ),
    attends: layer.attends.map(
      (attend) => attend.reach.over === reach.over ? { ...attend, atMost: selects } : attend
    )
  };
}

// src/model/families/deepseekSparse.ts
var deepseekSparse = {
  name: "deepseek",
  modelTypes: ["deepseek_v32", "glm_moe_dsa"],
  tied: false,
  read: read4
};
function read4(fields3) {
  const latent = readLatent(fields3);
  const plain2 = latentAttention(latent);
  const selects = fields3.count("index_topk", otherwise(2048, "class default"));
  const heads = fields3.count("index_n_heads");
  const dim = fields3.count("index_head_dim", otherwise(128, "class default"));
  const hidden = hiddenSize(fields3);
  if (latent.queryRank === void 0) {
    throw new Refusal(
      "The config has index_topk but no q_lora_rank; the indexer makes its queries from the compressed query."
    );
  }
  const own = withIndexer(plain2, {
    heads,
    dim,
    selects,
    keys: packedIndexKeys(dim),
    parameters: latent.queryRank * heads * dim + hidden * (dim + heads),
    small: 2 * dim
  });
  const owns = indexed(fields3, layerCount(fields3));
  const shared2 = { ...selecting(plain2, selects), kind: `${plain2.kind}, shared index` };
  return latentDecoder(fields3, (index) => owns[index] === false ? shared2 : own, 3);
}
function indexed(fields3, layers2) {
  if (fields3.has("layer_types")) {
    perLayer(fields3, "layer_types", layers2, (item) => item === "deepseek_sparse_attention" ? true : void 0);
  }
  const every = fields3.count("index_topk_freq", quietly(1));
  const offset = fields3.whole("index_skip_topk_offset", quietly(2));
  const pattern = fields3.raw("index_topk_pattern");
  if (fields3.has("indexer_types")) {
    return perLayer(
      fields3,
      "indexer_types",
      layers2,
      (item) => item === "full" ? true : item === "shared" ? false : void 0
    );
  }
  if (typeof pattern === "string") return lettered(pattern, layers2);
  return Array.from({ length: layers2 }, (_, index) => Math.max(index - offset + 1, 0) % every === 0);
}
function lettered(pattern, layers2) {
  if (pattern.length !== layers2 || !/^[FS]+$/.test(pattern)) {
    throw new Refusal(
      `index_topk_pattern is "${pattern.slice(0, 40)}"; expected ${layers2} letters, F (full) or S (shared).`
    );
  }
  return [...pattern].map((letter2) => letter2 === "F");
}

// src/model/layers/compressedAttention.ts
var lightly = 4;
function compressedAttention(v42) {
  const window = { over: "last", tokens: v42.window };
  if (v42.ratio === 0) return layerOver(v42, "window of latents", [window], 0);
  const entries = { over: "every", tokens: v42.ratio };
  const width2 = (v42.ratio === lightly ? 2 : 1) * v42.headDim;
  const compressor = 2 * v42.hidden * width2;
  const small2 = v42.ratio * width2 + v42.headDim;
  const layer = layerOver(v42, `compressed attention (1/${v42.ratio})`, [window, entries], compressor, small2);
  return v42.ratio === lightly ? withIndexer(layer, indexer(v42), entries) : layer;
}
function layerOver(v42, kind, reaches, compressor, small2 = 0) {
  const flops2 = 2 * v42.queryHeads * 2 * v42.headDim;
  const entry = { holds: "latent", latentDim: v42.headDim - v42.ropeDim, ropeDim: v42.ropeDim, layout: "v4" };
  const outputIn = v42.queryHeads * v42.headDim / v42.outputGroups;
  const output = v42.outputGroups * v42.outputRank;
  const projections2 = v42.queryRank * (v42.hidden + v42.queryHeads * v42.headDim) + v42.hidden * v42.headDim + output * (outputIn + v42.hidden);
  return {
    kind,
    caches: reaches.map((reach) => ({ keeps: "entries", entry, reach })),
    attends: reaches.map((reach) => ({ reach, flops: flops2, absorbedFlops: flops2 })),
    stateFlops: 0,
    weights: [
      weight("attention", projections2 + compressor),
      weight("norm", v42.queryRank + v42.headDim + v42.queryHeads + small2)
    ],
    queries: { heads: v42.queryHeads, scoreDim: v42.headDim, valueDim: v42.headDim }
  };
}
function indexer({ hidden, queryRank, ratio, index }) {
  const width2 = 2 * index.dim;
  return {
    ...index,
    keys: packedIndexKeys(index.dim),
    parameters: 2 * hidden * width2 + queryRank * index.heads * index.dim + hidden * index.heads,
    small: ratio * width2 + index.dim
  };
}

// src/model/families/deepseekV4.ts
var deepseekV4 = { name: "deepseek", modelTypes: ["deepseek_v4"], tied: false, read: read5 };
function read5(fields3) {
  const hidden = hiddenSize(fields3);
  const count3 = layerCount(fields3);
  const draft = draftCount(fields3);
  const shape = readShape(fields3);
  const streams2 = fields3.count("hc_mult");
  fields3.passOver(
    "num_hash_layers",
    "expert_dtype",
    "hc_sinkhorn_iters",
    "compress_rope_parameters",
    "compress_rope_theta"
  );
  for (const name of ["first_k_dense_replace", "kv_lora_rank", "v_head_dim"]) refuseSet(fields3, name);
  const routed = readExperts(fields3, "moe_intermediate_size");
  const feedForward = [
    ...experts2({ ...routed, sharedWidth: sharedByNumber(fields3, routed.width) }),
    ...hyperConnections(hidden, streams2)
  ];
  const layer = (ratio) => withFeedForward(compressedAttention({ ...shape, ratio }), feedForward, 2 * hidden);
  const ratios = readRatios(fields3, count3, draft);
  return {
    layers: ratios.slice(0, count3).map(layer),
    draftLayers: Array.from({ length: draft }, (_, index) => layer(ratios[count3 + index] ?? 0)),
    outside: [weight("norm", hidden), weight("mlp", streams2 * streams2 * hidden), weight("norm", streams2 + 1)]
  };
}
function readShape(fields3) {
  const headDim2 = fields3.count("head_dim");
  const ropeDim2 = readRopeDim(fields3, headDim2);
  const kvHeads2 = fields3.count("num_key_value_heads");
  if (kvHeads2 !== 1)
    throw new Refusal(`num_key_value_heads is ${kvHeads2}; DeepSeek-V4 stores one vector per entry, so it is 1.`);
  if (ropeDim2 >= headDim2) throw new Refusal(`qk_rope_head_dim ${ropeDim2} is not part of head_dim ${headDim2}.`);
  checkPlainDim(fields3, headDim2 - ropeDim2);
  return {
    hidden: hiddenSize(fields3),
    queryHeads: fields3.count("num_attention_heads"),
    headDim: headDim2,
    ropeDim: ropeDim2,
    queryRank: fields3.count("q_lora_rank"),
    outputGroups: fields3.count("o_groups"),
    outputRank: fields3.count("o_lora_rank"),
    window: fields3.count("sliding_window"),
    index: {
      heads: fields3.count("index_n_heads"),
      dim: fields3.count("index_head_dim"),
      selects: fields3.count("index_topk")
    }
  };
}
function readRopeDim(fields3, headDim2) {
  const share = fields3.raw("partial_rotary_factor");
  if (fields3.has("qk_rope_head_dim") || typeof share !== "number") return fields3.count("qk_rope_head_dim");
  return fields3.count("qk_rope_head_dim", otherwise(Math.trunc(headDim2 * share), "head_dim x partial_rotary_factor"));
}
function checkPlainDim(fields3, expected) {
  const plain2 = fields3.count("qk_nope_head_dim", quietly(expected));
  if (plain2 !== expected) {
    throw new Refusal(
      `The config contradicts itself: qk_nope_head_dim ${plain2} is not head_dim less qk_rope_head_dim, ${expected}.`
    );
  }
}
var rates = { sliding_attention: 0, compressed_sparse_attention: 4, heavily_compressed_attention: 128 };
var known3 = new Set(Object.values(rates));
function readRatios(fields3, layers2, draft) {
  checkRates(fields3);
  if (!fields3.has("compress_ratios") && fields3.has("layer_types")) {
    return perLayer(fields3, "layer_types", layers2, (item) => rates[item]);
  }
  const list2 = fields3.list("compress_ratios");
  if (list2.length !== layers2 && list2.length !== layers2 + draft) {
    throw new Refusal(`compress_ratios has ${list2.length} entries for ${layers2} layers and ${draft} MTP layers.`);
  }
  return list2.map((item, index) => {
    if (typeof item !== "number" || !known3.has(item)) {
      throw new Refusal(`compress_ratios[${index}] is ${brief(item)}; expected 0, 4 or 128, whose structure is known.`);
    }
    return item;
  });
}
function checkRates(fields3) {
  fields3.passOver("mlp_layer_types");
  if (!fields3.has("compress_rates")) return;
  const group = fields3.group("compress_rates");
  for (const name of ["compressed_sparse_attention", "heavily_compressed_attention"]) {
    const rate = group.count(name, quietly(rates[name]));
    if (rate !== rates[name])
      throw new Refusal(`compress_rates.${name} is ${rate}; expected ${rates[name]}, whose structure is known.`);
  }
}
function hyperConnections(hidden, streams2) {
  const mix = (2 + streams2) * streams2;
  return [weight("mlp", 2 * mix * streams2 * hidden), weight("norm", 2 * (mix + 3))];
}
function refuseSet(fields3, name) {
  if (!fields3.has(name)) return;
  throw new Refusal(
    `${name} is ${brief(fields3.raw(name))}, which has no meaning in a DeepSeek-V4 model: expected null.`
  );
}

// src/model/families/exaone.ts
var exaone = { name: "exaone", modelTypes: ["exaone4"], tied: false, read: read6 };
var smollm = { name: "smollm", modelTypes: ["smollm3"], tied: true, read: read6 };
var seedOss = { name: "seed", modelTypes: ["seed_oss"], tied: false, read: read6 };
function read6(fields3, modelType) {
  const hidden = hiddenSize(fields3);
  const layers2 = layerCount(fields3);
  const heads = readHeads(fields3, modelType === "seed_oss" ? { headDim: 128, class: "SeedOssConfig" } : {});
  const biased = fields3.flag("attention_bias", otherwise(modelType === "seed_oss", "class default"));
  const output = fields3.flag("attention_out_bias", quietly(modelType !== "seed_oss"));
  const bias = biased ? projectionBiases(heads, output) : 0;
  const small2 = bias + (modelType === "exaone4" ? 2 * heads.keyDim : 0);
  fields3.passOver("no_rope_layers");
  const feedForward = mlp({
    hidden,
    width: fields3.count("intermediate_size"),
    gated: true,
    bias: fields3.flag("mlp_bias", quietly(false))
  });
  const layer = (sight) => withFeedForward(attention(sight, { ...heads, small: small2 }), feedForward, 2 * hidden);
  return { layers: sights(fields3, layers2, modelType).map(layer), outside: [weight("norm", hidden)] };
}
function sights(fields3, layers2, modelType) {
  const window = bindingWindow(fields3);
  const period = readPeriod2(fields3);
  const given4 = sightsFromLayerTypes(fields3, layers2);
  if (given4 !== void 0) return given4;
  if (window === void 0 || modelType !== "exaone4") return Array.from({ length: layers2 }, () => seesAll);
  return everyNth(layers2, period, { sees: "window", tokens: window });
}
function readPeriod2(fields3) {
  const pattern = fields3.raw("sliding_window_pattern");
  if (typeof pattern === "string" && /^L*G$/.test(pattern)) return pattern.length;
  return fields3.count("sliding_window_pattern", quietly(4));
}

// src/model/families/falcon.ts
var falcon = { name: "falcon", modelTypes: ["falcon"], tied: true, read: read7 };
var says = "FalconConfig default";
function read7(fields3) {
  const hidden = hiddenSize(fields3);
  const isNew = fields3.flag("new_decoder_architecture", otherwise(false, says));
  const queryHeads2 = fields3.count(["num_attention_heads", "n_head"]);
  const headDim2 = readHeadDim(fields3, hidden, queryHeads2);
  const kvHeads2 = readKvHeads(fields3, queryHeads2, isNew);
  const heads = checkedHeads({ hidden, queryHeads: queryHeads2, kvHeads: kvHeads2, keyDim: headDim2, valueDim: headDim2 });
  const bias = fields3.flag("bias", otherwise(false, says));
  const width2 = fields3.count("ffn_hidden_size", otherwise(4 * hidden, "4 x hidden size"));
  const attention2 = fullAttention2({ ...heads, small: bias ? projectionBiases(heads, true) : 0 });
  const layer = withFeedForward(
    attention2,
    mlp({ hidden, width: width2, gated: false, bias }),
    readNorms(fields3, isNew) * 2 * hidden
  );
  return { layers: Array.from({ length: layerCount(fields3) }, () => layer), outside: [weight("norm", 2 * hidden)] };
}
function readKvHeads(fields3, queryHeads2, isNew) {
  const multiQuery = fields3.flag("multi_query", otherwise(true, says));
  const names7 = ["num_kv_heads", "n_head_kv"];
  if (isNew) return fields3.count(names7, otherwise(queryHeads2, says));
  fields3.passOver(...names7);
  return multiQuery ? 1 : queryHeads2;
}
function readNorms(fields3, isNew) {
  const parallel = fields3.flag("parallel_attn", quietly(true));
  const inParallel = fields3.count("num_ln_in_parallel_attn", quietly(isNew ? 2 : 1));
  return isNew ? inParallel : parallel ? 1 : 2;
}

// src/model/families/gemma.ts
var gemma = {
  name: "gemma",
  modelTypes: ["gemma", "gemma2"],
  tied: true,
  vocab: otherwise(256e3, "GemmaConfig default"),
  read: read8
};
var gemma3 = {
  name: "gemma",
  modelTypes: ["gemma3", "gemma3_text"],
  tied: true,
  vocab: otherwise(262208, "Gemma3TextConfig default"),
  read: read8
};
function read8(fields3, modelType) {
  const version = modelType.startsWith("gemma3") ? 3 : modelType === "gemma2" ? 2 : 1;
  const says6 = version === 3 ? "Gemma3TextConfig" : `Gemma${version === 2 ? 2 : ""}Config`;
  const hidden = hiddenSize(fields3);
  refuseBidirectional(fields3);
  const heads = readHeads(fields3, {
    headDim: 256,
    class: says6,
    ...version === 3 ? { queryHeads: 8, kvHeads: 4 } : {}
  });
  const bias = fields3.flag("attention_bias", quietly(false)) ? projectionBiases(heads, true) : 0;
  const small2 = bias + (version === 3 ? 2 * heads.keyDim : 0);
  const feedForward = mlp({ hidden, width: fields3.count("intermediate_size"), gated: true });
  const norms = (version === 1 ? 2 : 4) * hidden;
  const layer = (sight) => withFeedForward(attention(sight, { ...heads, small: small2 }), feedForward, norms);
  return { layers: sights2(fields3, version, says6).map(layer), outside: [weight("norm", hidden)] };
}
function sights2(fields3, version, says6) {
  const layers2 = layerCount(fields3);
  const names7 = ["sliding_window_pattern", "_sliding_window_pattern"];
  const given4 = sightsFromLayerTypes(fields3, layers2);
  fields3.passOver(...names7);
  if (given4 !== void 0 || version === 1) return given4 ?? everyNth(layers2, 1, seesAll);
  const tokens2 = readWindow(fields3) ?? fields3.count("sliding_window", otherwise(4096, `${says6} default`));
  const other = { sees: "window", tokens: tokens2 };
  const period = fields3.count(
    names7,
    otherwise(version === 2 ? 2 : 6, `${says6} default: the last of so many layers is full`)
  );
  return everyNth(layers2, period, other);
}

// src/model/layers/sharedCache.ts
var sharedCache = (layer, weights2 = layer.weights) => ({
  ...layer,
  kind: `${layer.kind}, shared cache`,
  caches: [],
  weights: weights2
});

// src/model/families/gemma3n.ts
var gemma3n = {
  name: "gemma",
  modelTypes: ["gemma3n", "gemma3n_text"],
  tied: true,
  vocab: otherwise(262400, "Gemma3nTextConfig default"),
  read: read9
};
function read9(fields3) {
  const says6 = "Gemma3nTextConfig";
  const hidden = hiddenSize(fields3);
  const layers2 = layerCount(fields3);
  const heads = readHeads(fields3, { headDim: 256, queryHeads: 8, kvHeads: 2, class: says6 });
  const streams2 = fields3.count("altup_num_inputs", otherwise(4, `${says6} default`));
  const inputDim = fields3.count("hidden_size_per_layer_input", otherwise(256, `${says6} default`));
  const inputVocab = fields3.count("vocab_size_per_layer_input", otherwise(262144, `${says6} default`));
  const rank = fields3.count("laurel_rank", otherwise(64, `${says6} default`));
  fields3.passOver("activation_sparsity_pattern");
  const around2 = aroundLayer(hidden, streams2, inputDim, rank);
  const firstShared = layers2 - sharedLayers(fields3, layers2);
  const window = readWindow(fields3) ?? fields3.count("sliding_window", otherwise(512, `${says6} default`));
  const sights5 = sightsFromLayerTypes(fields3, layers2) ?? everyNth(layers2, 5, { sees: "window", tokens: window });
  const widths3 = feedForwardWidths(fields3, layers2);
  const layer = (index) => {
    const mixer = attention(sights5[index] ?? { sees: "all" }, { ...heads, small: 2 * heads.keyDim });
    const feedForward = mlp({ hidden, width: widths3[index] ?? 0, gated: true });
    return withFeedForward(index < firstShared ? mixer : sharedCache(mixer), [...feedForward, ...around2], 4 * hidden);
  };
  return {
    layers: sights5.map((_, index) => layer(index)),
    outside: [
      weight("lookup", inputVocab * layers2 * inputDim),
      weight("mlp", hidden * layers2 * inputDim + 2 * (streams2 - 1) * hidden * hidden),
      weight("norm", hidden + inputDim)
    ]
  };
}
function aroundLayer(hidden, streams2, inputDim, rank) {
  const altup = streams2 ** 2 + streams2 ** 3 + hidden * streams2 + 2 * hidden;
  return [weight("mlp", 2 * hidden * rank + 2 * hidden * inputDim), weight("norm", altup + 2 * hidden)];
}
function sharedLayers(fields3, layers2) {
  const shared2 = fields3.whole("num_kv_shared_layers", quietly(0));
  if (shared2 >= layers2) {
    throw new Refusal(
      `The config contradicts itself: ${shared2} of ${layers2} layers share a cache, so none has one to share.`
    );
  }
  return shared2;
}
function feedForwardWidths(fields3, layers2) {
  if (!Array.isArray(fields3.raw("intermediate_size"))) {
    const width2 = fields3.count("intermediate_size");
    return Array.from({ length: layers2 }, () => width2);
  }
  return perLayer(
    fields3,
    "intermediate_size",
    layers2,
    (item) => typeof item === "number" && Number.isInteger(item) && item > 0 && item < 1e9 ? item : void 0
  );
}

// src/model/families/gemma4.ts
var gemma4 = {
  name: "gemma",
  modelTypes: ["gemma4", "gemma4_text"],
  tied: true,
  vocab: otherwise(262144, "Gemma4TextConfig default"),
  read: read10
};
var says2 = "Gemma4TextConfig";
function read10(fields3) {
  const hidden = hiddenSize(fields3);
  const layers2 = layerCount(fields3);
  refuseBidirectional(fields3);
  const mixers = readMixers(fields3);
  const shared2 = sharedLayers(fields3, layers2);
  const window = readWindow(fields3) ?? fields3.count("sliding_window", otherwise(512, `${says2} default`));
  const sights5 = sightsFromLayerTypes(fields3, layers2) ?? everyNth(layers2, 6, { sees: "window", tokens: window });
  const widened = fields3.flag("use_double_wide_mlp", quietly(false));
  const width2 = fields3.count("intermediate_size");
  const input2 = perLayerInput(fields3, hidden, layers2);
  const mixture = fields3.flag("enable_moe_block", quietly(false)) ? readMixture(fields3) : unusedMixture(fields3);
  const layer = (sight, index) => {
    const isShared = index >= layers2 - shared2;
    const mixer = mixers(sight);
    const dense2 = mlp({ hidden, width: isShared && widened ? 2 * width2 : width2, gated: true });
    const feedForward = [...dense2, ...mixture, ...input2.layer];
    return withFeedForward(isShared ? sharedCache(mixer) : mixer, feedForward, 4 * hidden);
  };
  return { layers: sights5.map(layer), outside: [weight("norm", hidden), ...input2.outside] };
}
function readMixers(fields3) {
  const local = readHeads(fields3, { headDim: 256, queryHeads: 8, kvHeads: 4, class: says2 });
  const valuesAreKeys = fields3.flag("attention_k_eq_v", quietly(false));
  const globalDim = fields3.count("global_head_dim", otherwise(512, `${says2} default`));
  const globalHeads = fields3.has("num_global_key_value_heads") ? fields3.count("num_global_key_value_heads") : local.kvHeads;
  const kvHeads2 = valuesAreKeys ? globalHeads : local.kvHeads;
  const global = checkedHeads({ ...local, kvHeads: kvHeads2, keyDim: globalDim, valueDim: globalDim, valuesAreKeys });
  const bias = fields3.flag("attention_bias", quietly(false));
  return (sight) => {
    const heads = sight.sees === "all" ? global : local;
    const small2 = 2 * heads.keyDim + (bias ? projectionBiases(heads, true) : 0);
    return attention(sight, { ...heads, small: small2 });
  };
}
function readMixture(fields3) {
  const moe = readExperts(fields3, ["moe_intermediate_size", "expert_intermediate_size"]);
  return [...experts2(moe), weight("norm", 4 * moe.hidden + moe.count)];
}
function unusedMixture(fields3) {
  fields3.passOver("num_experts", "top_k_experts", "moe_intermediate_size", "expert_intermediate_size");
  return [];
}
function perLayerInput(fields3, hidden, layers2) {
  const dim = fields3.whole("hidden_size_per_layer_input", otherwise(256, `${says2} default`));
  const vocab = fields3.count("vocab_size_per_layer_input", otherwise(262144, `${says2} default`));
  if (dim === 0) return { layer: [], outside: [] };
  return {
    layer: [weight("mlp", 2 * hidden * dim), weight("norm", hidden)],
    outside: [weight("lookup", vocab * layers2 * dim), weight("mlp", hidden * layers2 * dim), weight("norm", dim)]
  };
}

// src/model/families/glm.ts
var glm = {
  name: "glm",
  modelTypes: ["glm", "glm4", "glm4_moe", "glm4v", "glm4v_text", "glm4v_moe", "glm4v_moe_text"],
  tied: false,
  read: read11
};
function read11(fields3, modelType) {
  const hidden = hiddenSize(fields3);
  const layers2 = layerCount(fields3);
  const heads = readHeads(fields3, modelType.startsWith("glm4_moe") ? { headDim: 128, class: "Glm4MoeConfig" } : {});
  const biased = fields3.flag("attention_bias", otherwise(modelType.startsWith("glm4v"), "class default"));
  const normed = fields3.flag("use_qk_norm", quietly(false));
  const small2 = (biased ? projectionBiases(heads, false) : 0) + (normed ? 2 * heads.keyDim : 0);
  const mixer = fullAttention2({ ...heads, small: small2 });
  const mixed2 = hasExperts(fields3);
  const mixture = mixed2 ? readMixture2(fields3) : [];
  const sparse2 = mixed2 ? sparseLayers(fields3, layers2, otherwise(1, "Glm4MoeConfig default")) : Array.from({ length: layers2 }, () => false);
  const dense2 = mlp({ hidden, width: fields3.count("intermediate_size"), gated: true });
  const norms = (modelType.startsWith("glm4") && !mixed2 ? 4 : 2) * hidden;
  const layer = (isSparse) => withFeedForward(mixer, isSparse ? mixture : dense2, norms);
  return {
    layers: sparse2.map(layer),
    draftLayers: Array.from({ length: draftCount(fields3) }, () => layer(mixed2)),
    outside: [weight("norm", hidden)]
  };
}
function readMixture2(fields3) {
  const routed = readExperts(fields3, "moe_intermediate_size");
  return experts2({ ...routed, sharedWidth: sharedByNumber(fields3, routed.width) });
}

// src/model/families/gpt2.ts
var gpt2 = { name: "gpt2", modelTypes: ["gpt2", "gpt_bigcode"], tied: true, read: read12 };
function read12(fields3, modelType) {
  const hidden = hiddenSize(fields3);
  const plain2 = readHeads(fields3);
  const multiQuery = modelType === "gpt_bigcode" && fields3.flag("multi_query", otherwise(true, "GPTBigCodeConfig default"));
  const heads = { ...plain2, kvHeads: multiQuery ? 1 : plain2.kvHeads };
  const width2 = fields3.count("n_inner", otherwise(4 * hidden, "4 x hidden size"));
  const positions = fields3.count(["n_positions", "max_position_embeddings"], otherwise(1024, "GPT2Config default"));
  fields3.passOver("n_ctx");
  if (fields3.flag("add_cross_attention", quietly(false))) fields3.note("cross-attention is not counted");
  const attention2 = fullAttention2({ ...heads, small: projectionBiases(heads, true) });
  const layer = withFeedForward(attention2, mlp({ hidden, width: width2, gated: false, bias: true }), 4 * hidden);
  return {
    layers: Array.from({ length: layerCount(fields3) }, () => layer),
    outside: [weight("norm", 2 * hidden + positions * hidden)]
  };
}

// src/model/families/gptj.ts
var gptj = { name: "gpt-neox", modelTypes: ["gptj", "gpt_neox"], tied: false, read: read13 };
function read13(fields3, modelType) {
  const hidden = hiddenSize(fields3);
  const layer = modelType === "gptj" ? jLayer(fields3) : neoxLayer(fields3);
  const headBias = modelType === "gptj" ? fields3.count("vocab_size") : 0;
  return {
    layers: Array.from({ length: layerCount(fields3) }, () => layer),
    outside: [weight("norm", 2 * hidden + headBias)]
  };
}
function jLayer(fields3) {
  const hidden = hiddenSize(fields3);
  const width2 = fields3.count("n_inner", otherwise(4 * hidden, "4 x hidden size"));
  return withFeedForward(fullAttention2(readHeads(fields3)), mlp({ hidden, width: width2, gated: false, bias: true }), 2 * hidden);
}
function neoxLayer(fields3) {
  const hidden = hiddenSize(fields3);
  const heads = readHeads(fields3);
  const small2 = fields3.flag("attention_bias", quietly(true)) ? projectionBiases(heads, true) : 0;
  const feedForward = mlp({ hidden, width: fields3.count("intermediate_size"), gated: false, bias: true });
  return withFeedForward(fullAttention2({ ...heads, small: small2 }), feedForward, 4 * hidden);
}

// src/model/families/gptOss.ts
var gptOss = { name: "gpt-oss", modelTypes: ["gpt_oss"], tied: false, read: read14 };
function read14(fields3) {
  const hidden = hiddenSize(fields3);
  const layers2 = layerCount(fields3);
  const heads = readHeads(fields3, { headDim: 64, kvHeads: 8, class: "GptOssConfig" });
  const biased = fields3.flag("attention_bias", otherwise(true, "GptOssConfig default"));
  const sinks = heads.queryHeads;
  const small2 = sinks + (biased ? projectionBiases(heads, true) : 0);
  const mixture = experts2({ ...readExperts(fields3, "intermediate_size"), bias: true, routerBias: true });
  const sights5 = sightsFromLayerTypes(fields3, layers2) ?? alternating(fields3, layers2);
  return {
    layers: sights5.map((sight) => withFeedForward(attention(sight, { ...heads, small: small2 }), mixture, 2 * hidden)),
    outside: [weight("norm", hidden)]
  };
}
function alternating(fields3, layers2) {
  const tokens2 = readWindow(fields3) ?? fields3.count("sliding_window", otherwise(128, "GptOssConfig default"));
  fields3.note("layer_types is not in the file: sliding and full layers alternate, sliding first (GptOssConfig default)");
  return Array.from({ length: layers2 }, (_, index) => index % 2 === 0 ? { sees: "window", tokens: tokens2 } : seesAll);
}

// src/model/layers/mamba2.ts
function mamba2(m) {
  const inner = m.heads * m.headDim;
  const channels = inner + 2 * m.groups * m.state;
  const projectedIn = inner + channels + m.heads;
  const small2 = channels * (m.kernel + (m.convolutionBias ? 1 : 0)) + (m.projectionBias ? projectedIn + m.hidden : 0) + 3 * m.heads + // A, D and the time step's bias
  inner;
  return {
    kind: "mamba-2",
    caches: [
      { keeps: "state", elements: inner * m.state, dtype: m.stateDtype },
      { keeps: "convolution", channels, kernel: m.kernel, dtype: m.dtype }
    ],
    attends: [],
    stateFlops: 5 * inner * m.state,
    weights: [weight("attention", m.hidden * (projectedIn + inner)), weight("norm", small2)]
  };
}

// src/model/families/states.ts
var modelDtype = "bfloat16";
var names4 = ["mamba_ssm_dtype", "mamba_ssm_cache_dtype"];
var stateSpaceDtype = (fields3) => readDtype(fields3, modelDtype, "vLLM keeps the state in model dtype");
var deltaRuleDtype = (fields3) => readDtype(fields3, "float32", "recurrent states are kept in fp32");
function readDtype(fields3, byDefault2, says6) {
  const name = fields3.text(names4, otherwise(byDefault2, says6)).replace("torch.", "");
  if (name === "float32" || name === "bfloat16" || name === "float16") return name;
  throw new Refusal(`mamba_ssm_dtype is "${name}"; expected float32, bfloat16 or float16.`);
}

// src/model/families/granite.ts
var granite = {
  name: "granite",
  modelTypes: ["granite", "granitemoe", "granitemoeshared", "granitemoehybrid"],
  tied: false,
  read: read15
};
var says3 = "GraniteMoeHybridConfig default";
function read15(fields3, modelType) {
  const hidden = hiddenSize(fields3);
  const layers2 = layerCount(fields3);
  const full = readFull(fields3);
  const feedForward = readFeedForward(fields3);
  const attends = modelType === "granitemoehybrid" ? attending(fields3, layers2) : Array.from({ length: layers2 }, () => true);
  const state = attends.includes(false) ? mamba2(readMamba(fields3)) : full;
  return {
    layers: attends.map((isFull) => withFeedForward(isFull ? full : state, feedForward, 2 * hidden)),
    outside: [weight("norm", hidden)]
  };
}
function readFull(fields3) {
  const heads = readHeads(fields3);
  const small2 = fields3.flag("attention_bias", quietly(false)) ? projectionBiases(heads, true) : 0;
  return fullAttention2({ ...heads, small: small2 });
}
function readFeedForward(fields3) {
  const hidden = hiddenSize(fields3);
  const sharedWidth = sharedByWidth(fields3);
  const bias = fields3.flag("mlp_bias", quietly(false));
  if (fields3.has("num_local_experts") && fields3.whole("num_local_experts") > 0) {
    return experts2({ ...readExperts(fields3, "intermediate_size"), sharedWidth });
  }
  fields3.passOver("num_experts_per_tok", "intermediate_size");
  return mlp({ hidden, width: sharedWidth > 0 ? sharedWidth : fields3.count("intermediate_size"), gated: true, bias });
}
function attending(fields3, layers2) {
  const names7 = fields3.has("layers_block_type") ? "layers_block_type" : "layer_types";
  return perLayer(
    fields3,
    names7,
    layers2,
    (item) => item === "attention" || item === "full_attention" ? true : item === "mamba" ? false : void 0
  );
}
function readMamba(fields3) {
  const hidden = hiddenSize(fields3);
  fields3.passOver("mamba_chunk_size");
  const inner = fields3.count("mamba_expand", otherwise(2, says3)) * hidden;
  const heads = fields3.count("mamba_n_heads", otherwise(128, says3));
  const auto = fields3.raw("mamba_d_head") === "auto" || !fields3.has("mamba_d_head");
  const headDim2 = auto ? inner / heads : fields3.count("mamba_d_head");
  if (heads * headDim2 !== inner || !Number.isInteger(headDim2)) {
    throw new Refusal(
      `The config contradicts itself: ${heads} Mamba heads of ${headDim2} are not mamba_expand x hidden_size, ${inner}.`
    );
  }
  return {
    hidden,
    heads,
    headDim: headDim2,
    state: fields3.count("mamba_d_state", otherwise(256, says3)),
    groups: fields3.count("mamba_n_groups", otherwise(1, says3)),
    kernel: fields3.count("mamba_d_conv", otherwise(4, says3)),
    convolutionBias: fields3.flag("mamba_conv_bias", otherwise(true, says3)),
    projectionBias: fields3.flag("mamba_proj_bias", otherwise(false, says3)),
    stateDtype: stateSpaceDtype(fields3),
    dtype: modelDtype
  };
}

// src/model/families/hunyuan.ts
var hunyuan = {
  name: "hunyuan",
  modelTypes: ["hunyuan", "hunyuan_v1_dense", "hunyuan_v1_moe"],
  tied: false,
  read: read16
};
function read16(fields3, modelType) {
  const hidden = hiddenSize(fields3);
  const heads = readHeads(fields3);
  const normed = fields3.flag("use_qk_norm", quietly(modelType !== "hunyuan"));
  const bias = fields3.flag("attention_bias", quietly(false)) ? projectionBiases(heads, true) : 0;
  const small2 = bias + (normed ? 2 * heads.keyDim : 0);
  const full = fullAttention2({ ...heads, small: small2 });
  const reusing = sharedCache(full, groupedQueryWeights({ ...heads, small: small2, kvHeads: 0 }));
  const factor = shareFactor(fields3);
  fields3.passOver("enable_lm_head_fp32", "dense_list");
  const dense2 = mlp({
    hidden,
    width: fields3.count("intermediate_size"),
    gated: true,
    bias: fields3.flag("mlp_bias", quietly(false))
  });
  const mixture = readMixture3(fields3) ?? dense2;
  const skipped = same2(fields3, "moe_layer_num_skipped") ?? 0;
  const layer = (index) => withFeedForward(index % factor === 0 ? full : reusing, index < skipped ? dense2 : mixture, 2 * hidden);
  return {
    layers: Array.from({ length: layerCount(fields3) }, (_, index) => layer(index)),
    outside: [weight("norm", hidden)]
  };
}
function shareFactor(fields3) {
  const factor = fields3.count("cla_share_factor", quietly(1));
  return fields3.flag("use_cla", quietly(false)) ? factor : 1;
}
function readMixture3(fields3) {
  const mixed2 = fields3.flag("use_mixed_mlp_moe", quietly(true));
  const count3 = same2(fields3, "num_experts") ?? 1;
  const perToken2 = same2(fields3, "moe_topk") ?? 1;
  const shared2 = same2(fields3, "num_shared_expert") ?? 1;
  const width2 = same2(fields3, "moe_intermediate_size") ?? fields3.count("intermediate_size");
  if (count3 < 2) return void 0;
  if (perToken2 > count3 || perToken2 === 0) {
    throw new Refusal(`The config contradicts itself: a token uses ${perToken2} experts of only ${count3}.`);
  }
  const sharedWidth = mixed2 ? shared2 * width2 : 0;
  return experts2({ hidden: hiddenSize(fields3), count: count3, perToken: perToken2, width: width2, gated: true, sharedWidth });
}
function same2(fields3, name) {
  const value = fields3.raw(name);
  if (!Array.isArray(value)) return fields3.has(name) ? fields3.whole(name) : void 0;
  const [first] = value;
  if (value.some((item) => item !== first) || !isIndex(first) || first > 1e9) {
    throw new Refusal(`${name} is ${brief(value)}; servemath reads one number for all layers.`);
  }
  return first;
}

// src/model/layers/mamba1.ts
function mamba1(m) {
  const { hidden, inner, state, timeStepRank: timeStepRank2 } = m;
  const projections2 = hidden * 2 * inner + inner * (timeStepRank2 + 2 * state) + timeStepRank2 * inner + inner * hidden;
  const small2 = inner * m.kernel + (m.convolutionBias ? inner : 0) + (m.projectionBias ? 2 * inner + hidden : 0) + (m.innerNorms ? timeStepRank2 + 2 * state : 0) + inner * state + // A
  2 * inner;
  return {
    kind: "mamba-1",
    caches: [
      { keeps: "state", elements: inner * state, dtype: m.stateDtype },
      { keeps: "convolution", channels: inner, kernel: m.kernel, dtype: m.dtype }
    ],
    attends: [],
    stateFlops: 7 * inner * state,
    weights: [weight("attention", projections2), weight("norm", small2)]
  };
}

// src/model/families/jamba.ts
var jamba = { name: "jamba", modelTypes: ["jamba"], tied: false, read: read17 };
var says4 = "JambaConfig default";
function read17(fields3) {
  const hidden = hiddenSize(fields3);
  const layers2 = layerCount(fields3);
  refuseWindow(fields3, "Jamba");
  fields3.passOver("mamba_inner_layernorms");
  const full = fullAttention2(readHeads(fields3, { kvHeads: 8, class: "JambaConfig" }));
  const state = mamba1(readMamba2(fields3));
  const width2 = fields3.count("intermediate_size");
  const mixture = experts2(readExperts(fields3, "intermediate_size"));
  const dense2 = mlp({ hidden, width: width2, gated: true });
  const expertPeriod = fields3.count("expert_layer_period", otherwise(2, says4));
  const expertOffset = fields3.whole("expert_layer_offset", otherwise(1, says4));
  const period = fields3.count("attn_layer_period", otherwise(8, says4));
  const offset = fields3.whole("attn_layer_offset", otherwise(4, says4));
  const layer = (index) => withFeedForward(
    index % period === offset ? full : state,
    index % expertPeriod === expertOffset ? mixture : dense2,
    2 * hidden
  );
  return { layers: Array.from({ length: layers2 }, (_, index) => layer(index)), outside: [weight("norm", hidden)] };
}
function readMamba2(fields3) {
  const hidden = hiddenSize(fields3);
  return {
    hidden,
    inner: fields3.count("mamba_expand", otherwise(2, says4)) * hidden,
    state: fields3.count("mamba_d_state", otherwise(16, says4)),
    timeStepRank: timeStepRank(fields3, "mamba_dt_rank", hidden),
    kernel: fields3.count("mamba_d_conv", otherwise(4, says4)),
    convolutionBias: fields3.flag("mamba_conv_bias", otherwise(true, says4)),
    projectionBias: fields3.flag("mamba_proj_bias", otherwise(false, says4)),
    innerNorms: true,
    stateDtype: stateSpaceDtype(fields3),
    dtype: modelDtype
  };
}
function timeStepRank(fields3, name, hidden) {
  const auto = Math.ceil(hidden / 16);
  return fields3.raw(name) === "auto" ? auto : fields3.count(name, otherwise(auto, "hidden size / 16"));
}

// src/model/layers/deltaRule.ts
function gatedDelta(d) {
  const keys = d.keyHeads * d.keyDim;
  const values2 = d.valueHeads * d.valueDim;
  const channels = 2 * keys + values2;
  const projections2 = d.hidden * (channels + values2 + 2 * d.valueHeads) + values2 * d.hidden;
  return deltaLayer("gated delta rule", d, channels, projections2, channels * d.kernel + 2 * d.valueHeads + d.valueDim);
}
function kimiDelta(d, fullRankGate = false) {
  const width2 = d.valueHeads * d.valueDim;
  const lowRank = d.hidden * d.valueDim + d.valueDim * width2;
  const gates = lowRank + (fullRankGate ? d.hidden * width2 : lowRank) + d.hidden * d.valueHeads;
  const small2 = 3 * width2 * d.kernel + d.valueHeads + width2 + d.valueDim;
  return deltaLayer("kimi delta rule", d, 3 * width2, 4 * d.hidden * width2 + gates, small2);
}
function deltaLayer(kind, d, channels, projections2, small2) {
  const elements = d.valueHeads * d.keyDim * d.valueDim;
  return {
    kind,
    caches: [
      { keeps: "state", elements, dtype: d.stateDtype },
      { keeps: "convolution", channels, kernel: d.kernel, dtype: d.dtype }
    ],
    attends: [],
    stateFlops: 7 * elements,
    weights: [weight("attention", projections2), weight("norm", small2)]
  };
}

// src/model/families/kimiLinear.ts
var kimiLinear = { name: "kimi", modelTypes: ["kimi_linear"], tied: false, read: read18 };
function read18(fields3) {
  const hidden = hiddenSize(fields3);
  const layers2 = layerCount(fields3);
  fields3.passOver("mla_use_nope");
  fields3.passOver("num_nextn_predict_layers");
  const outputGate = fields3.flag("mla_use_output_gate", quietly(false));
  const latent = latentAttention({ ...readLatent(fields3), outputGate });
  const group = fields3.group("linear_attn_config");
  const delta = readDelta(fields3, group);
  const routed = readExperts(fields3, "moe_intermediate_size");
  const latentDim2 = fields3.has("routed_expert_hidden_size") ? fields3.count("routed_expert_hidden_size") : void 0;
  const mixture = experts2({ ...routed, latentDim: latentDim2, sharedWidth: sharedByNumber(fields3, routed.width) });
  if (latentDim2 !== void 0 && fields3.flag("latent_moe_use_norm", quietly(false)))
    mixture.push(weight("norm", latentDim2));
  const dense2 = mlp({ hidden, width: fields3.count("intermediate_size"), gated: true });
  const sparse2 = sparseLayers(fields3, layers2);
  const residual = fields3.has("attn_res_block_size") ? fields3.count("attn_res_block_size") > 0 : false;
  const norms = (residual ? 6 : 2) * hidden;
  const layer = (attends, index) => withFeedForward(attends ? latent : delta, sparse2[index] ? mixture : dense2, norms);
  return {
    layers: attending2(group, layers2).map(layer),
    outside: [weight("norm", residual ? 3 * hidden : hidden)]
  };
}
function readDelta(fields3, group) {
  const heads = group.count("num_heads");
  const dim = group.count("head_dim");
  const shape = {
    hidden: hiddenSize(fields3),
    keyHeads: heads,
    valueHeads: heads,
    keyDim: dim,
    valueDim: dim,
    kernel: group.count("short_conv_kernel_size"),
    stateDtype: deltaRuleDtype(fields3),
    dtype: modelDtype
  };
  group.passOver("gate_lower_bound");
  return kimiDelta(shape, group.flag("use_full_rank_gate", quietly(false)));
}
function attending2(group, layers2) {
  const full = group.list("full_attn_layers");
  const delta = group.list("kda_layers", quietly(rest(full, layers2)));
  const all = [...full, ...delta];
  if (!all.every((item) => isIndex(item) && item >= 1 && item <= layers2) || new Set(all).size !== layers2 || all.length !== layers2) {
    throw new Refusal(
      `The config contradicts itself: full_attn_layers and kda_layers together must name each of the layers 1 to ${layers2} once.`
    );
  }
  return Array.from({ length: layers2 }, (_, index) => full.includes(index + 1));
}
var rest = (full, layers2) => Array.from({ length: layers2 }, (_, index) => index + 1).filter((number3) => !full.includes(number3));

// src/model/families/laguna.ts
var laguna = { name: "laguna", modelTypes: ["laguna"], tied: false, read: read19 };
function read19(fields3) {
  const hidden = hiddenSize(fields3);
  const layers2 = layerCount(fields3);
  const mixers = readMixers2(fields3, layers2);
  const mixture = experts2({ ...readExperts(fields3, "moe_intermediate_size"), sharedWidth: sharedByWidth(fields3) });
  const sparse2 = sparseLayers(fields3, layers2, otherwise(1, "LagunaConfig default"));
  const dense2 = mlp({ hidden, width: fields3.count("intermediate_size"), gated: true });
  const sights5 = sightsFromLayerTypes(fields3, layers2) ?? Array.from({ length: layers2 }, () => seesAll);
  fields3.passOver("sliding_window");
  const layer = (sight, index) => withFeedForward(mixers(sight, index), sparse2[index] ? mixture : dense2, 2 * hidden);
  return { layers: sights5.map(layer), outside: [weight("norm", hidden)] };
}
function readMixers2(fields3, layers2) {
  const base = readHeads(fields3, { headDim: 128, kvHeads: 8, class: "LagunaConfig" });
  const queryHeads2 = fields3.has("num_attention_heads_per_layer") ? perLayer(fields3, "num_attention_heads_per_layer", layers2, headCount) : Array.from({ length: layers2 }, () => base.queryHeads);
  const bias = fields3.flag("attention_bias", quietly(false));
  const gates = readGating(fields3);
  return (sight, index) => {
    const heads = checkedHeads({ ...base, queryHeads: queryHeads2[index] ?? base.queryHeads });
    const gate = gates === "per-head" ? heads.hidden * heads.queryHeads : 0;
    const small2 = 2 * heads.keyDim + gate + (bias ? projectionBiases(heads, true) : 0);
    return attention(sight, { ...heads, small: small2, outputGate: gates === "per-element" });
  };
}
var headCount = (item) => typeof item === "number" && Number.isInteger(item) && item > 0 && item < 1e6 ? item : void 0;
function readGating(fields3) {
  fields3.passOver("gating_types");
  const gating = fields3.has("gating") ? fields3.raw("gating") : fields3.flag("gating", otherwise(true, "LagunaConfig default"));
  if (gating === false) return "none";
  if (gating === true || gating === "per-head" || gating === "per_head") return "per-head";
  if (gating === "per-element" || gating === "per_element") return "per-element";
  throw new Refusal(`gating is ${brief(gating)}; expected a boolean, "per-head" or "per-element".`);
}

// src/model/families/llama.ts
var llama = { name: "llama", modelTypes: ["llama"], tied: false, read: read20 };
function read20(fields3) {
  const hidden = hiddenSize(fields3);
  const heads = readHeads(fields3);
  const attentionBias = fields3.flag("attention_bias", otherwise(false, "LlamaConfig default"));
  const bias = fields3.flag("mlp_bias", otherwise(false, "LlamaConfig default"));
  const feedForward = mlp({ hidden, width: fields3.count("intermediate_size"), gated: true, bias });
  const small2 = attentionBias ? projectionBiases(heads, true) : 0;
  const layers2 = layerCount(fields3);
  const sights5 = sightsFromLayerTypes(fields3, layers2) ?? Array.from({ length: layers2 }, () => seesAll);
  const layer = (sight) => withFeedForward(attention(sight, { ...heads, small: small2 }), feedForward, 2 * hidden);
  return { layers: sights5.map(layer), outside: [weight("norm", hidden)] };
}

// src/model/families/llama4.ts
var llama4 = { name: "llama", modelTypes: ["llama4", "llama4_text"], tied: false, read: read21 };
function read21(fields3) {
  const hidden = hiddenSize(fields3);
  const layers2 = layerCount(fields3);
  const heads = readHeads(fields3);
  const small2 = fields3.flag("attention_bias", quietly(false)) ? projectionBiases(heads, true) : 0;
  fields3.passOver("use_qk_norm");
  const routed = readExperts(fields3, "intermediate_size");
  fields3.note("Llama4TextConfig: every mixture has one shared expert of the routed width, which the file does not say");
  const mixture = experts2({ ...routed, sharedWidth: routed.width });
  const sparse2 = sparseLayers(fields3, layers2);
  const dense2 = mlp({ hidden, width: fields3.count("intermediate_size_mlp"), gated: true });
  const layer = (sight, index) => withFeedForward(attention(sight, { ...heads, small: small2 }), sparse2[index] ? mixture : dense2, 2 * hidden);
  return { layers: sights3(fields3, layers2).map(layer), outside: [weight("norm", hidden)] };
}
function sights3(fields3, layers2) {
  const given4 = sightsFromLayerTypes(fields3, layers2);
  const rotary = rotaryLayers(fields3, layers2);
  if (given4 !== void 0) return given4;
  const chunk = {
    sees: "chunk",
    tokens: fields3.count("attention_chunk_size", otherwise(8192, "Llama4TextConfig default"))
  };
  if (rotary !== void 0) return rotary.map((isRotary) => isRotary ? chunk : seesAll);
  const period = fields3.count(
    "no_rope_layer_interval",
    otherwise(4, "Llama4TextConfig default: every 4th layer is full")
  );
  return everyNth(layers2, period, chunk);
}
function rotaryLayers(fields3, layers2) {
  if (fields3.list("no_rope_layers", quietly([])).length === 0) return void 0;
  return perLayer(fields3, "no_rope_layers", layers2, (item) => item === 0 || item === 1 ? item === 1 : void 0);
}

// src/model/families/mamba.ts
var mamba = { name: "mamba", modelTypes: ["mamba", "falcon_mamba", "mamba2"], tied: true, read: read22 };
function read22(fields3, modelType) {
  const hidden = hiddenSize(fields3);
  const mixer = modelType === "mamba2" ? readSecond(fields3) : readFirst(fields3);
  const layer = withFeedForward(mixer, [], hidden);
  return { layers: Array.from({ length: layerCount(fields3) }, () => layer), outside: [weight("norm", hidden)] };
}
function readFirst(fields3) {
  const says6 = "MambaConfig default";
  const hidden = hiddenSize(fields3);
  const inner = fields3.count("expand", otherwise(2, says6)) * hidden;
  return mamba1({
    hidden,
    inner: fields3.has("intermediate_size") ? fields3.count(["intermediate_size", "d_inner"]) : inner,
    state: fields3.count("state_size", otherwise(16, says6)),
    timeStepRank: timeStepRank(fields3, "time_step_rank", hidden),
    kernel: fields3.count("conv_kernel", otherwise(4, says6)),
    convolutionBias: fields3.flag("use_conv_bias", otherwise(true, says6)),
    projectionBias: fields3.flag("use_bias", otherwise(false, says6)),
    innerNorms: false,
    stateDtype: stateSpaceDtype(fields3),
    dtype: modelDtype
  });
}
function readSecond(fields3) {
  const says6 = "Mamba2Config default";
  fields3.passOver("chunk_size", "expand", "time_step_rank", "norm_before_gate");
  return mamba2({
    hidden: hiddenSize(fields3),
    heads: fields3.count("num_heads", otherwise(128, says6)),
    headDim: fields3.count("head_dim", otherwise(64, says6)),
    state: fields3.count("state_size", otherwise(128, says6)),
    groups: fields3.count("n_groups", otherwise(8, says6)),
    kernel: fields3.count("conv_kernel", otherwise(4, says6)),
    convolutionBias: fields3.flag("use_conv_bias", otherwise(true, says6)),
    projectionBias: fields3.flag("use_bias", otherwise(false, says6)),
    stateDtype: stateSpaceDtype(fields3),
    dtype: modelDtype
  });
}

// src/model/families/mimo.ts
var mimo = { name: "mimo", modelTypes: ["mimo_v2_flash"], tied: false, read: read23 };
function read23(fields3) {
  const hidden = hiddenSize(fields3);
  const layers2 = layerCount(fields3);
  const full = withValueDim(fields3, readHeads(fields3, { headDim: 192, class: "MiMoV2FlashConfig" }), "v_head_dim");
  const sliding = slidingHeads(fields3, full);
  fields3.passOver("attention_chunk_size");
  const sinks = {
    all: fields3.flag("add_full_attention_sink_bias", quietly(false)) ? full.queryHeads : 0,
    window: fields3.flag("add_swa_attention_sink_bias", quietly(true)) ? sliding.queryHeads : 0
  };
  const routed = readExperts(fields3, "moe_intermediate_size");
  const mixture = experts2({ ...routed, sharedWidth: sharedByNumber(fields3, routed.width) });
  const sparse2 = sparseLayers(fields3, layers2, otherwise(1, "MiMoV2FlashConfig default"));
  const dense2 = mlp({ hidden, width: fields3.count("intermediate_size"), gated: true });
  const layer = (sight, index) => {
    const heads = sight.sees === "all" ? { ...full, small: sinks.all } : { ...sliding, small: sinks.window };
    return withFeedForward(attention(sight, heads), sparse2[index] ? mixture : dense2, 2 * hidden);
  };
  return { layers: sights4(fields3, layers2).map(layer), outside: [weight("norm", hidden)] };
}
var withValueDim = (fields3, heads, name) => ({
  ...heads,
  valueDim: fields3.count(name, otherwise(heads.valueDim, "as wide as keys"))
});
function slidingHeads(fields3, full) {
  const same3 = (value) => otherwise(value, "as in full layers");
  return checkedHeads({
    hidden: full.hidden,
    queryHeads: fields3.count("swa_num_attention_heads", same3(full.queryHeads)),
    kvHeads: fields3.count("swa_num_key_value_heads", same3(full.kvHeads)),
    keyDim: fields3.count("swa_head_dim", same3(full.keyDim)),
    valueDim: fields3.count("swa_v_head_dim", same3(full.valueDim))
  });
}
function sights4(fields3, layers2) {
  const given4 = sightsFromLayerTypes(fields3, layers2);
  if (given4 !== void 0) return given4;
  const tokens2 = readWindow(fields3) ?? fields3.count("sliding_window", otherwise(128, "MiMoV2FlashConfig default"));
  const window = { sees: "window", tokens: tokens2 };
  if (fields3.has("hybrid_layer_pattern")) {
    return bits3(fields3, "hybrid_layer_pattern", layers2).map((slides) => slides ? window : seesAll);
  }
  fields3.note(
    "hybrid_layer_pattern is not in the file: the first and every 6th layer are full (MiMoV2FlashConfig default)"
  );
  return Array.from({ length: layers2 }, (_, index) => index === 0 || (index + 1) % 6 === 0 ? seesAll : window);
}

// src/model/layers/linearAttention.ts
function lightningAttention({ hidden, heads, headDim: headDim2, stateDtype }) {
  const width2 = heads * headDim2;
  const elements = width2 * headDim2;
  return {
    kind: "lightning attention",
    caches: [{ keeps: "state", elements, dtype: stateDtype }],
    attends: [],
    stateFlops: 5 * elements,
    // Query, key, value, gate and output are all of full width.
    weights: [weight("attention", 5 * hidden * width2), weight("norm", width2)]
  };
}

// src/model/families/minimax.ts
var minimax = {
  name: "minimax",
  modelTypes: ["minimax", "minimax_text_01", "minimax_m1", "minimax_m2"],
  tied: false,
  read: read24
};
function read24(fields3, modelType) {
  const hidden = hiddenSize(fields3);
  const layers2 = layerCount(fields3);
  const heads = readHeads(fields3);
  fields3.passOver("shared_moe_mode", "layernorm_linear_attention_alpha", "layernorm_linear_attention_beta");
  fields3.passOver("linear_attn_alpha_factor", "linear_attn_beta_factor");
  fields3.passOver("mlp_intermediate_size");
  refuseWindow(fields3, "MiniMax");
  fields3.passOver("postnorm", "qk_norm_type", "use_routing_bias");
  const normed = fields3.flag("use_qk_norm", quietly(modelType === "minimax_m2"));
  const small2 = normed ? (heads.queryHeads + heads.kvHeads) * heads.keyDim : 0;
  const full = fullAttention2({ ...heads, small: small2 });
  const lightning = lightningAttention({
    hidden,
    heads: heads.queryHeads,
    headDim: heads.keyDim,
    stateDtype: "float32"
  });
  const mixture = experts2({ ...readExperts(fields3, "intermediate_size"), sharedWidth: sharedByWidth(fields3) });
  const layer = (attends) => withFeedForward(attends ? full : lightning, mixture, 2 * hidden);
  return {
    layers: attending3(fields3, layers2, modelType).map(layer),
    draftLayers: Array.from({ length: draftCount(fields3) }, () => layer(true)),
    outside: [weight("norm", hidden)]
  };
}
function attending3(fields3, layers2, modelType) {
  if (fields3.has("attn_type_list")) return bits3(fields3, "attn_type_list", layers2);
  if (fields3.has("layer_types")) {
    return perLayer(
      fields3,
      "layer_types",
      layers2,
      (item) => item === "full_attention" ? true : item === "linear_attention" ? false : void 0
    );
  }
  if (modelType === "minimax_m2") return Array.from({ length: layers2 }, () => true);
  const period = otherwise(2, "MiniMaxConfig default: every 2nd layer attends");
  fields3.note(`layer_types is not in the file: ${period.says}`);
  return Array.from({ length: layers2 }, (_, index) => (index + 1) % period.is === 0);
}

// src/model/families/minimaxM3.ts
var minimaxM3 = {
  name: "minimax",
  modelTypes: ["minimax_m3", "minimax_m3_vl_text"],
  composites: ["minimax_m3_vl"],
  tied: false,
  read: read25
};
function read25(fields3) {
  const hidden = hiddenSize(fields3);
  const layers2 = layerCount(fields3);
  const heads = readHeads(fields3, { headDim: 128, class: "MiniMaxM3VLTextConfig" });
  const small2 = fields3.flag("use_qk_norm", quietly(true)) ? 2 * heads.keyDim : 0;
  const outputGate = fields3.flag(["attention_output_gate"], quietly(false));
  fields3.passOver("qk_norm_type", "num_nextn_predict_layers", "num_mtp_modules");
  const full = fullAttention2({ ...heads, small: small2, outputGate });
  const attends = readSparse(fields3, full, layers2);
  const routed = readExperts(fields3, ["moe_intermediate_size", "intermediate_size"]);
  const shared2 = sharedByNumber(fields3, sharedByWidth(fields3));
  const mixture = experts2({ ...routed, sharedWidth: shared2 });
  const dense2 = mlp({
    hidden,
    width: fields3.count("dense_intermediate_size", otherwise(12288, "MiniMaxM3VLTextConfig default")),
    gated: true
  });
  const sparse2 = sparseLayers(fields3, layers2);
  return {
    layers: attends.map((mixer, index) => withFeedForward(mixer, sparse2[index] ? mixture : dense2, 2 * hidden)),
    outside: [weight("norm", hidden)]
  };
}
function readSparse(fields3, full, layers2) {
  const all = Array.from({ length: layers2 }, () => full);
  if (!fields3.has("sparse_attention_config")) return all;
  const group = fields3.group("sparse_attention_config");
  if (!group.flag("use_sparse_attention", quietly(true))) return all;
  const heads = group.count("sparse_num_index_heads");
  const dim = group.count("sparse_index_dim");
  const blocks = group.count("sparse_topk_blocks") + group.whole("sparse_init_block", quietly(0));
  group.passOver("sparse_disable_index_value", "sparse_score_type", "sparse_local_block");
  fields3.note("the index keys of block-sparse layers are taken as one head wide, in the KV dtype");
  const indexed2 = withIndexer(full, {
    heads,
    dim,
    selects: blocks * group.count("sparse_block_size"),
    keys: { holds: "vector", dim },
    parameters: hiddenSize(fields3) * (heads + 1) * dim,
    small: 2 * dim
  });
  return bits3(group, "sparse_attention_freq", layers2).map((isSparse) => isSparse ? indexed2 : full);
}

// src/model/families/mistral.ts
var mistral = {
  name: "mistral",
  modelTypes: ["mistral", "ministral", "ministral3", "mixtral"],
  tied: false,
  read: read26
};
function read26(fields3, modelType) {
  const hidden = hiddenSize(fields3);
  const heads = readHeads(fields3, { kvHeads: 8, class: "MistralConfig" });
  const count3 = layerCount(fields3);
  const window = binding(fields3, modelType);
  const everywhere = window === void 0 ? seesAll : { sees: "window", tokens: window };
  const sights5 = sightsFromLayerTypes(fields3, count3) ?? Array.from({ length: count3 }, () => everywhere);
  const feedForward = modelType === "mixtral" ? experts2(readExperts(fields3, "intermediate_size")) : mlp({ hidden, width: fields3.count("intermediate_size"), gated: true });
  return {
    layers: sights5.map((sight) => withFeedForward(attention(sight, heads), feedForward, 2 * hidden)),
    outside: [weight("norm", hidden)]
  };
}
function binding(fields3, modelType) {
  const saysSo = fields3.names.includes("sliding_window");
  if (modelType !== "mistral" || saysSo) return bindingWindow(fields3);
  return fields3.count("sliding_window", otherwise(4096, "MistralConfig default"));
}

// src/model/families/nemotronH.ts
var nemotronH = { name: "nemotron", modelTypes: ["nemotron_h"], tied: false, read: read27 };
var letters2 = { M: "mamba", "*": "attention", "-": "mlp", E: "moe" };
function read27(fields3) {
  const hidden = hiddenSize(fields3);
  const blocks = readBlocks(fields3);
  refuseWindow(fields3, "Nemotron-H");
  const built2 = /* @__PURE__ */ new Map();
  const layer = (block) => {
    const known7 = built2.get(block);
    if (known7 !== void 0) return known7;
    const fresh = withFeedForward(readBlock(fields3, block), [], hidden);
    built2.set(block, fresh);
    return fresh;
  };
  ignoreUnused(fields3, blocks);
  const draft = Array.from({ length: draftCount(fields3) }, () => layer("attention"));
  return { layers: blocks.map(layer), draftLayers: draft, outside: [weight("norm", hidden)] };
}
function readBlocks(fields3) {
  const words3 = fields3.has("layers_block_type");
  const name = words3 ? "layers_block_type" : "hybrid_override_pattern";
  const items = words3 ? fields3.list(name) : [...fields3.text(name)];
  if (fields3.has("num_hidden_layers") && layerCount(fields3) !== items.length) {
    throw new Refusal(`${name} has ${items.length} entries for ${layerCount(fields3)} layers; expected one for each.`);
  }
  return items.map((item, index) => {
    const block = words3 ? Object.values(letters2).find((word) => word === item) : letters2[String(item)];
    if (block === void 0)
      throw new Refusal(`${name}[${index}] is ${brief(item)}; expected mamba, attention, mlp or moe.`);
    return block;
  });
}
function readBlock(fields3, block) {
  switch (block) {
    case "mamba":
      return readMamba3(fields3);
    case "attention":
      return readAttention(fields3);
    case "mlp":
      return plainLayer("mlp", readMlp(fields3));
    case "moe":
      return plainLayer("experts", readMixture4(fields3));
  }
}
function readMamba3(fields3) {
  const says6 = "NemotronHConfig default";
  return mamba2({
    hidden: hiddenSize(fields3),
    heads: fields3.count("mamba_num_heads"),
    headDim: fields3.count("mamba_head_dim"),
    state: fields3.count("ssm_state_size"),
    groups: fields3.count("n_groups"),
    kernel: fields3.count("conv_kernel", otherwise(4, says6)),
    convolutionBias: fields3.flag("use_conv_bias", otherwise(true, says6)),
    projectionBias: fields3.flag("use_bias", otherwise(false, says6)),
    stateDtype: stateSpaceDtype(fields3),
    dtype: modelDtype
  });
}
function readAttention(fields3) {
  const heads = readHeads(fields3, { kvHeads: 8, headDim: 128, class: "NemotronHConfig" });
  const small2 = fields3.flag("attention_bias", quietly(false)) ? projectionBiases(heads, true) : 0;
  return fullAttention2({ ...heads, small: small2 });
}
var readMlp = (fields3) => mlp({
  hidden: hiddenSize(fields3),
  width: fields3.count("intermediate_size"),
  gated: false,
  bias: fields3.flag("mlp_bias", quietly(false))
});
function readMixture4(fields3) {
  const routed = readExperts(fields3, "moe_intermediate_size", false);
  const number3 = fields3.whole("n_shared_experts", quietly(0));
  const sharedWidth = number3 * fields3.whole("moe_shared_expert_intermediate_size", quietly(0));
  const latentDim2 = fields3.has("moe_latent_size") ? fields3.count("moe_latent_size") : void 0;
  return experts2({ ...routed, sharedWidth, latentDim: latentDim2 });
}
function ignoreUnused(fields3, blocks) {
  const always = [
    "chunk_size",
    "moe_shared_expert_overlap",
    "expand",
    "mamba_proj_bias",
    "time_step_rank",
    "mtp_hybrid_override_pattern",
    "mtp_layers_block_type"
  ];
  fields3.passOver(...always, "layer_types");
  if (!blocks.includes("mlp")) fields3.passOver("intermediate_size");
  if (!blocks.includes("mamba")) fields3.passOver("ssm_state_size");
  if (!blocks.includes("moe") && hasExperts(fields3)) readMixture4(fields3);
}

// src/model/families/nemotronNas.ts
var nemotronNas = { name: "nemotron", modelTypes: ["nemotron-nas", "deci"], tied: false, read: read28 };
function read28(fields3) {
  const hidden = hiddenSize(fields3);
  const layers2 = layerCount(fields3);
  const blocks = fields3.list("block_configs");
  if (blocks.length !== layers2) {
    throw new Refusal(`block_configs has ${blocks.length} entries for ${layers2} layers; expected one for each.`);
  }
  fields3.passOver("num_key_value_heads", "intermediate_size", "num_key_value_heads_per_layer");
  const layer = (block, index) => {
    if (!isObject(block)) throw new Refusal(`block_configs[${index}] is ${brief(block)}; expected an object.`);
    const nested = fieldsOf(block, `block_configs[${index}]`, []);
    const mixer = readAttention2(fields3, nested.group("attention"));
    const feedForward = readFeedForward2(nested.group("ffn"), hidden);
    refuseRest(nested);
    return withFeedForward(
      mixer,
      feedForward,
      (mixer.weights.length > 0 ? hidden : 0) + (feedForward.length > 0 ? hidden : 0)
    );
  };
  return { layers: blocks.map(layer), outside: [weight("norm", hidden)] };
}
function readAttention2(fields3, block) {
  const hidden = hiddenSize(fields3);
  const queryHeads2 = fields3.count("num_attention_heads");
  const headDim2 = readHeadDim(fields3, hidden, queryHeads2);
  const linear = block.flag("replace_with_linear", quietly(false));
  const none = block.flag("no_op", quietly(false));
  if (none) return ignoring(block, plainLayer("no attention", []));
  if (linear) return ignoring(block, plainLayer("linear in place of attention", [weight("attention", hidden * hidden)]));
  const perGroup = block.count("n_heads_in_group");
  const kvHeads2 = queryHeads2 / perGroup;
  if (!Number.isInteger(kvHeads2)) {
    throw new Refusal(`The config contradicts itself: groups of ${perGroup} do not divide ${queryHeads2} query heads.`);
  }
  const window = block.has("window_length") ? block.count("window_length") : void 0;
  const heads = checkedHeads({ hidden, queryHeads: queryHeads2, kvHeads: kvHeads2, keyDim: headDim2, valueDim: headDim2 });
  const small2 = fields3.flag("attention_bias", quietly(false)) ? projectionBiases(heads, true) : 0;
  return window === void 0 ? fullAttention2({ ...heads, small: small2 }) : slidingAttention({ ...heads, small: small2 }, window);
}
function ignoring(block, layer) {
  block.passOver(...block.names);
  return layer;
}
function readFeedForward2(block, hidden) {
  const linear = block.flag("replace_with_linear", quietly(false));
  const none = block.flag("no_op", quietly(false));
  const multiple2 = block.raw("ffn_mult");
  if (none) return [];
  if (linear) return [weight("mlp", hidden * hidden)];
  if (typeof multiple2 !== "number" || !(multiple2 > 0) || multiple2 > 1e3) {
    throw new Refusal(`"${block.path}.ffn_mult" is ${brief(multiple2)}; expected a positive number.`);
  }
  return mlp({ hidden, width: roundUp(Math.trunc(2 * multiple2 * hidden / 3), 256), gated: true });
}
var roundUp = (value, step) => Math.ceil(value / step) * step;
function refuseRest(block) {
  for (const path of block.unread()) {
    if (/\.(sparsify|num_sink_tokens|unshifted_sink|use_prefill_window_in_sink_attention)$/.test(path)) continue;
    throw new Refusal(`servemath does not know what "${path}" means; it refuses rather than guess.`);
  }
}

// src/model/families/olmo.ts
var olmo = { name: "olmo", modelTypes: ["olmo2", "olmo3", "olmoe"], tied: false, read: read29 };
function read29(fields3, modelType) {
  const hidden = hiddenSize(fields3);
  const layers2 = layerCount(fields3);
  const heads = readHeads(fields3);
  const bias = fields3.flag("attention_bias", quietly(false)) ? projectionBiases(heads, true) : 0;
  const small2 = bias + (heads.queryHeads + heads.kvHeads) * heads.keyDim;
  fields3.passOver("clip_qkv");
  const feedForward = modelType === "olmoe" ? experts2(readExperts(fields3, "intermediate_size")) : mlp({ hidden, width: fields3.count("intermediate_size"), gated: true });
  const sights5 = modelType === "olmo3" ? windows(fields3, layers2) : Array.from({ length: layers2 }, () => seesAll);
  const layer = (sight) => withFeedForward(attention(sight, { ...heads, small: small2 }), feedForward, 2 * hidden);
  return { layers: sights5.map(layer), outside: [weight("norm", hidden)] };
}
function windows(fields3, layers2) {
  const given4 = sightsFromLayerTypes(fields3, layers2);
  if (given4 !== void 0) return given4;
  const tokens2 = readWindow(fields3) ?? fields3.count("sliding_window", otherwise(4096, "Olmo3Config default"));
  fields3.note("layer_types is not in the file: every 4th layer is full (Olmo3Config default)");
  return everyNth(layers2, 4, { sees: "window", tokens: tokens2 });
}

// src/model/families/opt.ts
var opt = { name: "opt", modelTypes: ["opt"], tied: true, read: read30 };
var paddingRows = 2;
function read30(fields3) {
  const hidden = hiddenSize(fields3);
  const heads = readHeads(fields3);
  const biased = fields3.flag("enable_bias", quietly(true));
  const embedded = fields3.count("word_embed_proj_dim", quietly(hidden));
  if (embedded !== hidden) {
    throw new Refusal(
      `word_embed_proj_dim ${embedded} is not hidden_size ${hidden}: servemath does not know OPT's projected embeddings.`
    );
  }
  const positions = fields3.count("max_position_embeddings", otherwise(2048, "OPTConfig default")) + paddingRows;
  const finalNorm = fields3.flag("do_layer_norm_before", quietly(true)) ? 2 * hidden : 0;
  const attention2 = fullAttention2({ ...heads, small: biased ? projectionBiases(heads, true) : 0 });
  const feedForward = mlp({ hidden, width: fields3.count("ffn_dim"), gated: false, bias: biased });
  const layer = withFeedForward(attention2, feedForward, 4 * hidden);
  return {
    layers: Array.from({ length: layerCount(fields3) }, () => layer),
    outside: [weight("norm", finalNorm + positions * hidden)]
  };
}

// src/model/families/phi.ts
var phi = { name: "phi", modelTypes: ["phi", "phi3", "phimoe", "phi4mm"], tied: false, read: read31 };
function read31(fields3, modelType) {
  const layers2 = Array.from({ length: layerCount(fields3) });
  const hidden = hiddenSize(fields3);
  const headBias = fields3.flag("lm_head_bias", quietly(modelType !== "phi3" && modelType !== "phi4mm"));
  const layer = modelType === "phi" ? second(fields3) : third(fields3, modelType === "phimoe");
  const norm = modelType === "phi3" || modelType === "phi4mm" ? hidden : 2 * hidden;
  const outside = [weight("norm", norm + (headBias ? fields3.count("vocab_size") : 0))];
  return { layers: layers2.map(() => layer), outside };
}
function third(fields3, mixed2) {
  const hidden = hiddenSize(fields3);
  const heads = readHeads(fields3);
  const window = bindingWindow(fields3);
  fields3.passOver("mlp_bias", "full_attn_mod");
  const bias = fields3.flag("attention_bias", otherwise(mixed2, "class default"));
  const small2 = bias ? projectionBiases(heads, mixed2) : 0;
  const feedForward = mixed2 ? experts2(readExperts(fields3, "intermediate_size")) : mlp({ hidden, width: fields3.count("intermediate_size"), gated: true });
  const sight = window === void 0 ? seesAll : { sees: "window", tokens: window };
  return withFeedForward(attention(sight, { ...heads, small: small2 }), feedForward, (mixed2 ? 4 : 2) * hidden);
}
function second(fields3) {
  const hidden = hiddenSize(fields3);
  const heads = readHeads(fields3);
  const normed = fields3.flag("qk_layernorm", quietly(false));
  const small2 = projectionBiases(heads, true) + (normed ? 4 * heads.keyDim : 0);
  const width2 = fields3.count("intermediate_size", otherwise(4 * hidden, "4 x hidden size"));
  return withFeedForward(
    fullAttention2({ ...heads, small: small2 }),
    mlp({ hidden, width: width2, gated: false, bias: true }),
    2 * hidden
  );
}

// src/model/families/qwen.ts
var qwen = {
  name: "qwen",
  modelTypes: [
    "qwen2",
    "qwen2_moe",
    "qwen2_vl",
    "qwen2_5_vl",
    "qwen2_vl_text",
    "qwen2_5_vl_text",
    "mimo",
    "qwen3",
    "qwen3_moe",
    "qwen3_vl",
    "qwen3_vl_text",
    "qwen3_vl_moe",
    "qwen3_vl_moe_text"
  ],
  tied: false,
  read: read32
};
function read32(fields3, modelType) {
  const third2 = modelType.startsWith("qwen3");
  const hidden = hiddenSize(fields3);
  const heads = readHeads(fields3, third2 ? { headDim: 128, class: "Qwen3Config" } : {});
  const biased = fields3.flag(
    ["attention_bias", "qkv_bias"],
    third2 ? otherwise(false, "Qwen3Config default") : quietly(true)
  );
  const small2 = (biased ? projectionBiases(heads, third2) : 0) + (third2 ? 2 * heads.keyDim : 0);
  const layers2 = layerCount(fields3);
  const feedForward = feedForwards(fields3, layers2);
  const windows2 = lateWindows(fields3, layers2);
  const sights5 = sightsFromLayerTypes(fields3, layers2) ?? windows2;
  return {
    layers: sights5.map(
      (sight, index) => withFeedForward(attention(sight, { ...heads, small: small2 }), feedForward[index] ?? [], 2 * hidden)
    ),
    outside: [weight("norm", hidden)]
  };
}
function feedForwards(fields3, layers2) {
  const hidden = hiddenSize(fields3);
  const dense2 = () => mlp({ hidden, width: fields3.count("intermediate_size"), gated: true });
  if (!hasExperts(fields3)) {
    const all = dense2();
    return Array.from({ length: layers2 }, () => all);
  }
  const sharedWidth = sharedByWidth(fields3);
  const mixture = experts2({
    ...readExperts(fields3, "moe_intermediate_size"),
    sharedWidth,
    sharedGate: sharedWidth > 0
  });
  const sparse2 = sparseLayers(fields3, layers2);
  fields3.passOver("intermediate_size");
  const plain2 = sparse2.includes(false) ? dense2() : [];
  return sparse2.map((isSparse) => isSparse ? mixture : plain2);
}
function lateWindows(fields3, layers2) {
  const window = readWindow(fields3);
  const used = fields3.flag("use_sliding_window", quietly(false));
  const firstFull = fields3.whole("max_window_layers", quietly(layers2));
  if (!used || window === void 0) return Array.from({ length: layers2 }, () => seesAll);
  return Array.from(
    { length: layers2 },
    (_, index) => index < firstFull ? seesAll : { sees: "window", tokens: window }
  );
}

// src/model/families/qwenLinear.ts
var qwenLinear = {
  name: "qwen",
  modelTypes: ["qwen3_next", "qwen3_5", "qwen3_5_text", "qwen3_5_moe", "qwen3_5_moe_text"],
  tied: false,
  read: read33
};
function read33(fields3) {
  const hidden = hiddenSize(fields3);
  const layers2 = layerCount(fields3);
  const full = readFull2(fields3);
  const linear = readLinear(fields3);
  const feedForward = feedForwards(fields3, layers2);
  const draft = draftCount(fields3);
  fields3.passOver("mtp_use_dedicated_embeddings", "output_gate_type");
  const layer = (isLinear, index) => withFeedForward(isLinear ? linear : full, feedForward[index] ?? [], 2 * hidden);
  return {
    layers: linearLayers(fields3, layers2).map(layer),
    draftLayers: Array.from({ length: draft }, () => layer(false, layers2 - 1)),
    outside: [weight("norm", hidden)]
  };
}
function readFull2(fields3) {
  const heads = readHeads(fields3, { headDim: 256, class: "Qwen3NextConfig" });
  const outputGate = fields3.flag("attn_output_gate", otherwise(true, "the class gates its attention output"));
  const bias = fields3.flag("attention_bias", quietly(false)) ? projectionBiases(heads, true) : 0;
  return fullAttention2({ ...heads, outputGate, small: bias + 2 * heads.keyDim });
}
function readLinear(fields3) {
  const says6 = "Qwen3NextConfig default";
  return gatedDelta({
    hidden: hiddenSize(fields3),
    keyHeads: fields3.count("linear_num_key_heads", otherwise(16, says6)),
    valueHeads: fields3.count("linear_num_value_heads", otherwise(32, says6)),
    keyDim: fields3.count("linear_key_head_dim", otherwise(128, says6)),
    valueDim: fields3.count("linear_value_head_dim", otherwise(128, says6)),
    kernel: fields3.count("linear_conv_kernel_dim", otherwise(4, says6)),
    stateDtype: deltaRuleDtype(fields3),
    dtype: modelDtype
  });
}
function linearLayers(fields3, layers2) {
  const interval = fields3.has("full_attention_interval") ? fields3.count("full_attention_interval") : void 0;
  if (fields3.has("layer_types")) {
    return perLayer(
      fields3,
      "layer_types",
      layers2,
      (item) => item === "linear_attention" ? true : item === "full_attention" ? false : void 0
    );
  }
  const period = interval ?? fields3.count("full_attention_interval", otherwise(4, "Qwen3NextConfig default"));
  return Array.from({ length: layers2 }, (_, index) => (index + 1) % period !== 0);
}

// src/model/families/starcoder2.ts
var starcoder2 = { name: "starcoder", modelTypes: ["starcoder2"], tied: true, read: read34 };
function read34(fields3) {
  const hidden = hiddenSize(fields3);
  const heads = readHeads(fields3, { kvHeads: 2, class: "Starcoder2Config" });
  const bias = fields3.flag("use_bias", otherwise(true, "Starcoder2Config default"));
  fields3.passOver("mlp_type");
  const window = bindingWindow(fields3);
  const sight = window === void 0 ? seesAll : { sees: "window", tokens: window };
  const mixer = attention(sight, { ...heads, small: bias ? projectionBiases(heads, true) : 0 });
  const feedForward = mlp({ hidden, width: fields3.count("intermediate_size"), gated: false, bias });
  const layer = withFeedForward(mixer, feedForward, 4 * hidden);
  return { layers: Array.from({ length: layerCount(fields3) }, () => layer), outside: [weight("norm", 2 * hidden)] };
}

// src/model/families/step3.ts
var step3 = { name: "step", modelTypes: ["step3_text", "step3_vl"], tied: false, read: read35 };
function read35(fields3) {
  const hidden = hiddenSize(fields3);
  const layers2 = layerCount(fields3);
  fields3.passOver("need_fp32_gate", "moe_dynamic_exp_p", "moe_every_n_layer", "use_moe");
  const mixer = readAttention3(fields3);
  const mixture = experts2({ ...readExperts(fields3, "moe_intermediate_size"), sharedWidth: sharedByWidth(fields3) });
  const sparse2 = sparseLayers(fields3, layers2, otherwise(4, "Step3TextConfig default"));
  const dense2 = mlp({ hidden, width: fields3.count("intermediate_size"), gated: true });
  return {
    layers: sparse2.map((isSparse) => withFeedForward(mixer, isSparse ? mixture : dense2, 2 * hidden)),
    outside: [weight("norm", hidden)]
  };
}
function readAttention3(fields3) {
  const heads = readHeads(fields3, { headDim: 256, kvHeads: 1, class: "Step3TextConfig" });
  const { hidden, queryHeads: queryHeads2, kvHeads: kvHeads2, keyDim } = heads;
  const rank = fields3.count("share_q_dim", otherwise(2048, "Step3TextConfig default"));
  const queries = rank * (hidden + queryHeads2 * keyDim);
  const others = hidden * (2 * kvHeads2 + queryHeads2) * keyDim;
  return { ...fullAttention2(heads), weights: [weight("attention", queries + others), weight("norm", rank)] };
}

// src/model/families/step35.ts
var step35 = { name: "step", modelTypes: ["step3p5", "step3p5_text"], tied: false, read: read36 };
function read36(fields3) {
  const hidden = hiddenSize(fields3);
  const count3 = layerCount(fields3);
  const draft = draftCount(fields3);
  fields3.passOver(
    "need_fp32_gate",
    "use_moe",
    "moe_every_n_layer",
    "moe_layer_offset",
    "att_impl_type",
    "use_rope_layers"
  );
  fields3.passOver("swiglu_limits_shared", "use_moe_router_bias", "num_attention_groups_per_layer", "yarn_only_types");
  const mixers = readMixers3(fields3);
  const shared2 = fields3.whole(["share_expert_dim", "share_expert_dims"], quietly(0));
  const mixture = experts2({ ...readExperts(fields3, "moe_intermediate_size"), sharedWidth: shared2 });
  const sparse2 = sparseLayers(fields3, count3, otherwise(3, "Step3p5Config default"));
  const dense2 = mlp({ hidden, width: fields3.count("intermediate_size"), gated: true });
  const listed3 = fields3.has("layer_types") ? fields3.list("layer_types").length : count3;
  const sights5 = sightsFromLayerTypes(fields3, listed3 === count3 + draft ? listed3 : count3) ?? allFull(count3);
  const layer = (sight, index) => withFeedForward(mixers(sight), sparse2[index] === false ? dense2 : mixture, 2 * hidden);
  return {
    layers: sights5.slice(0, count3).map(layer),
    draftLayers: sights5.slice(count3).map((sight) => withFeedForward(mixers(sight), dense2, 2 * hidden)),
    outside: [weight("norm", hidden)]
  };
}
var allFull = (layers2) => Array.from({ length: layers2 }, () => seesAll);
function readMixers3(fields3) {
  const full = readHeads(fields3, { headDim: 128, kvHeads: 8, class: "Step3p5Config" });
  const normed = fields3.flag("use_qk_norm", quietly(true));
  const gated = fields3.flag("use_head_wise_attn_gate", quietly(false));
  const sliding = fields3.has("attention_other_setting") ? readOther(fields3, full) : full;
  return (sight) => {
    const heads = sight.sees === "all" ? full : sliding;
    const small2 = (normed ? 2 * heads.keyDim : 0) + (gated ? heads.hidden * heads.queryHeads : 0);
    return attention(sight, { ...heads, small: small2 });
  };
}
function readOther(fields3, full) {
  const group = fields3.group("attention_other_setting");
  group.passOver("attention_type", "true_head_dim");
  const dim = group.count("head_dim", quietly(full.keyDim));
  return checkedHeads({
    hidden: full.hidden,
    queryHeads: group.count("num_attention_heads", quietly(full.queryHeads)),
    kvHeads: group.count(["num_attention_groups", "num_key_value_heads"], quietly(full.kvHeads)),
    keyDim: dim,
    valueDim: dim
  });
}

// src/model/families/index.ts
var families = [
  chatglm,
  cohere,
  deepseek,
  deepseekSparse,
  deepseekV4,
  exaone,
  falcon,
  gemma,
  gemma3,
  gemma3n,
  gemma4,
  glm,
  gpt2,
  gptj,
  gptOss,
  granite,
  hunyuan,
  jamba,
  kimiLinear,
  laguna,
  llama,
  llama4,
  mamba,
  mimo,
  minimax,
  minimaxM3,
  mistral,
  nemotronH,
  nemotronNas,
  olmo,
  opt,
  phi,
  qwen,
  qwenLinear,
  seedOss,
  smollm,
  starcoder2,
  step3,
  step35
];

// src/model/families/select.ts
var nests = ["text_config", "llm_config", "language_config", "thinker_config"];
function languagePart(root2) {
  const around2 = [];
  let [path, text2] = ["", root2];
  for (; ; ) {
    const nest = nests.find((name) => isObject(text2[name]));
    const inner = nest === void 0 ? void 0 : text2[nest];
    if (nest === void 0 || !isObject(inner)) return { path, text: text2, around: around2 };
    around2.push(
      ...Object.keys(text2).filter((name) => name !== nest).map((name) => path + name)
    );
    path = path === "" ? nest : `${path}.${nest}`;
    text2 = inner;
  }
}
function familyOf(root2, text2) {
  const outer = root2.model_type;
  const composite = families.find((family2) => family2.composites?.includes(String(outer)));
  if (composite !== void 0) return { family: composite, modelType: String(outer) };
  const named5 = text2.model_type ?? outer;
  const byClass = classType(text2.architectures ?? root2.architectures);
  const asked3 = named5 ?? byClass;
  if (typeof asked3 !== "string") {
    const got = named5 === void 0 ? 'no "model_type"' : `"model_type": ${brief(named5)}`;
    throw new Refusal(`The config has ${got} to say which class reads it: pass the config.json from Hugging Face.`);
  }
  const family = families.find(({ modelTypes }) => modelTypes.includes(asked3));
  if (family !== void 0) return { family, modelType: asked3 };
  if (byClass === void 0)
    throw unknownName(
      "model_type",
      asked3,
      families.flatMap(({ modelTypes }) => modelTypes)
    );
  throw new Refusal(
    `Unknown model_type "${asked3}", though its architectures name the class of ${byClass}: a copy whose fields may mean something else. Pass the original config.json, or set model_type to ${byClass} if it is one.`
  );
}
function classType(architectures) {
  const first = Array.isArray(architectures) ? architectures[0] : void 0;
  if (typeof first !== "string") return void 0;
  const name = first.replace(/(ForCausalLM|ForConditionalGeneration|LMHeadModel|Model)$/, "").toLowerCase();
  return families.flatMap(({ modelTypes }) => modelTypes).find((type) => type.replaceAll("_", "") === name);
}

// src/model/json.ts
var wanted = "pass the config.json that lies beside the weights on Hugging Face";
function parseConfig(input2, what = "config.json") {
  if (input2 instanceof Uint8Array) return parseConfig(textOf2(input2), what);
  if (typeof input2 !== "string") return checkedObject(input2, what);
  refuseWeights(input2);
  let parsed2;
  try {
    parsed2 = JSON.parse(tolerant(input2));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Refusal(`This is not a ${what}: its JSON does not parse (${why}); ${wanted}.`);
  }
  return checkedObject(parsed2, what);
}
var bare = /"(?:[^"\\]|\\.)*"|-?\bInfinity\b|\bNaN\b/g;
var tolerant = (text2) => text2.replace(/^\uFEFF/, "").replace(bare, (found2) => {
  if (found2.startsWith('"')) return found2;
  return found2 === "NaN" ? "null" : found2.startsWith("-") ? "-1e999" : "1e999";
});
function textOf2(bytes2) {
  refuseWeights(String.fromCharCode(...bytes2.subarray(0, 64)));
  if (bytes2.length > 1 << 26) throw new Refusal(`This is ${bytes2.length} bytes long, no config.json; ${wanted}.`);
  return new TextDecoder().decode(bytes2);
}
function refuseWeights(text2) {
  if (text2.startsWith("GGUF")) throw new Refusal(`This is a GGUF file of weights, not a config.json; ${wanted}.`);
  if (text2.startsWith("PK"))
    throw new Refusal(`This is a zip archive or PyTorch checkpoint, not a config.json; ${wanted}.`);
  if (text2.slice(0, 64).includes("\0")) {
    const kind = text2[8] === "{" ? "a safetensors file of weights" : "a binary file";
    throw new Refusal(`This is ${kind}, not a config.json; ${wanted}.`);
  }
}
var mistaken = [
  ["weight_map", "the index of a safetensors checkpoint"],
  ["peft_type", "the config of a LoRA adapter, not of its base model"],
  ["tokenizer_class", "a tokenizer_config.json"]
];
function checkedObject(value, what) {
  if (!isObject(value)) {
    const got = value === void 0 ? "nothing" : value === null ? "null" : Array.isArray(value) ? "a list" : `a ${typeof value}`;
    throw new Refusal(`A ${what} is a JSON object, this is ${got}; ${wanted}.`);
  }
  if (value.model_type !== void 0 || value.architectures !== void 0) return value;
  for (const [field, is] of mistaken) if (value[field] !== void 0) throw new Refusal(`This is ${is}; ${wanted}.`);
  return value;
}

// src/model/quantization/formats.ts
var byName = [
  [/NVFP4/, 4 + 8 / 16],
  // a byte of scale for 16 parameters
  [/MXFP4/, 4 + 8 / 32],
  [/MXFP8/, 8 + 8 / 32],
  [/(INT4|W4A16|W4A8)/, 4 + 16 / 128],
  [/(FP8|INT8|W8A8|W8A16)/, 8]
];
var bitsOfAlgorithm = (name) => typeof name === "string" ? byName.find(([pattern]) => pattern.test(name.toUpperCase()))?.[1] : void 0;
function bitsOfScheme(weights2) {
  if (!isObject(weights2)) return void 0;
  const bits4 = weights2.num_bits;
  if (typeof bits4 !== "number" || !Number.isInteger(bits4) || bits4 < 1 || bits4 > 16) return void 0;
  const group = weights2.group_size;
  if (typeof group !== "number" || !(group > 0)) return bits4;
  return bits4 + (weights2.type === "float" && bits4 === 4 ? 8 : 16) / group;
}
function bitsOfGroups(bits4, group) {
  if (typeof bits4 !== "number" || !Number.isInteger(bits4) || bits4 < 1 || bits4 > 16) return void 0;
  return typeof group === "number" && group > 0 ? bits4 + (16 + bits4) / group : bits4;
}

// src/model/quantization/kv.ts
function declaredKv(declarations) {
  const found2 = new Set(declarations.flatMap((value) => named(value) ?? []));
  if (found2.size > 1) {
    throw new Refusal(
      `The files contradict each other: one declares a KV cache in ${[...found2].join(", another in ")}.`
    );
  }
  return [...found2][0];
}
function named(value) {
  if (value === void 0 || value === null) return void 0;
  if (isObject(value)) {
    if (value.num_bits === 8) return value.type === "int" ? "int8" : "fp8";
    if (value.num_bits === 4 && value.type === "float") return "nvfp4";
  }
  if (typeof value === "string") {
    const name = value.toUpperCase();
    if (name === "NONE" || name === "AUTO") return void 0;
    if (name.startsWith("FP8")) return "fp8";
    if (name === "INT8") return "int8";
    if (name === "NVFP4") return "nvfp4";
  }
  throw new Refusal(`The declared KV cache format ${brief(value)} is not known; expected FP8, INT8 or NVFP4.`);
}

// src/model/quantization/modules.ts
var linearRoles = ["attention", "mlp", "experts", "sharedExperts"];
var elsewhere = /vision|visual|mtp|projector|audio|patch_merge/;
var small = /norm|bias|conv1d|indexers_proj|eh_proj|shared_expert_gate|(mlp|ffn|moe|mixer)\\?\.(gate|router)\$?$/;
var roles = [
  [/shared_experts?/, ["sharedExperts"]],
  [/experts/, ["experts"]],
  [/(^|\.)(lm_head|head)\W*$/, ["head"]],
  [/embed_tokens|(^|\.)embed\W*$/, ["embedding"]],
  [/mixer\\?\.(up|down)_proj/, ["mlp"]],
  [/attn|attention|mixer/, ["attention"]],
  [/(mlp|ffn|feed_forward)\.\*/, ["mlp", "experts", "sharedExperts"]],
  // whatever lies inside
  [/mlp|ffn|feed_forward|block_sparse_moe/, ["mlp"]],
  [/layers\.\d+[.*]*$/, linearRoles]
];
function namedModules(name) {
  const found2 = rolesOf(name);
  if (found2.length === 0) return [];
  const index = /layers\.(\d+)/.exec(name)?.[1];
  return found2.map((role) => ({ role, layer: index === void 0 ? "all" : Number(index) }));
}
var byForm = /* @__PURE__ */ new Map();
function rolesOf(name) {
  const form = name.replace(/\d+/g, "0");
  const known7 = byForm.get(form);
  if (known7 !== void 0) return known7;
  const none = elsewhere.test(form) || small.test(form);
  const found2 = none ? [] : roles.find(([pattern]) => pattern.test(form))?.[1] ?? [];
  if (byForm.size < 1e3) byForm.set(form, found2);
  return found2;
}
function coverage(named5, role, layers2) {
  const mine = named5.filter((module) => module.role === role);
  if (mine.some((module) => module.layer === "all")) return 1;
  const covered = new Set(mine.map((module) => module.layer));
  const having = layers2.flatMap(({ weights: weights2 }, index) => weights2.some((weight2) => weight2.role === role) ? [index] : []);
  return having.length === 0 ? 0 : having.filter((index) => covered.has(index)).length / having.length;
}

// src/model/quantization/index.ts
var plainNames = { float32: 32, float: 32, bfloat16: 16, float16: 16, half: 16 };
function readQuantization(declared2, layers2) {
  const name = typeof declared2.dtype === "string" ? declared2.dtype.replace("torch.", "") : "bfloat16";
  const plainBits = plainNames[name] ?? 16;
  const config = objectOrNothing(declared2.config, "quantization_config");
  const outer = objectOrNothing(declared2.separate, "hf_quant_config.json");
  const separate = objectOrNothing(outer?.quantization ?? outer, "hf_quant_config.json");
  const kv = declaredKv([
    config?.kv_cache_scheme,
    config?.kv_cache_quant_algo,
    separate?.kv_cache_scheme,
    separate?.kv_cache_quant_algo
  ]);
  const scheme = separate ?? config;
  const withKv = kv === void 0 ? {} : { kv };
  if (scheme === void 0) return { plainBits, bits: {}, says: name, ...withKv };
  const bits4 = bitsByRole(scheme);
  if (bits4 === void 0) return { plainBits, bits: {}, says: name, unknown: methodOf(scheme), ...withKv };
  if (declared2.expertDtype === "fp4" && Math.floor(bits4.get("experts") ?? 0) === 8) bits4.set("experts", 4 + 8 / 32);
  return {
    plainBits,
    bits: Object.fromEntries(shares(bits4, scheme, layers2, plainBits)),
    says: methodOf(scheme),
    ...withKv
  };
}
function objectOrNothing(value, what) {
  if (value === void 0 || value === null) return void 0;
  if (!isObject(value)) throw new Refusal(`${what} is ${brief(value)}; expected an object.`);
  return value;
}
var methodOf = (scheme) => String(scheme.quant_algo ?? scheme.quant_method ?? "unnamed");
function bitsByRole(scheme) {
  const single = singleLayers(scheme.quantized_layers);
  if (single !== void 0) return single;
  const groups = grouped2(scheme.config_groups);
  if (groups !== void 0) return groups;
  const bits4 = bitsOfAlgorithm(scheme.quant_algo) ?? bitsOfMethod(scheme);
  return bits4 === void 0 ? void 0 : new Map(linearRoles.map((role) => [role, bits4]));
}
function bitsOfMethod(scheme) {
  switch (scheme.quant_method) {
    case "fp8":
      return Array.isArray(scheme.weight_block_size) ? 8 + 32 / (128 * 128) : 8;
    case "mxfp4":
      return 4 + 8 / 32;
    case "gptq":
    case "awq":
      return bitsOfGroups(scheme.bits ?? scheme.w_bit, scheme.group_size ?? scheme.q_group_size);
    case "bitsandbytes":
      return scheme.load_in_4bit === true ? 4 + 32 / 64 : scheme.load_in_8bit === true ? 8 : void 0;
    default:
      return bitsOfAlgorithm(scheme.quant_method);
  }
}
function singleLayers(layers2) {
  if (!isObject(layers2)) return void 0;
  const bits4 = /* @__PURE__ */ new Map();
  for (const [name, layer] of Object.entries(layers2)) {
    const found2 = isObject(layer) ? bitsOfAlgorithm(layer.quant_algo) : void 0;
    if (found2 !== void 0) for (const { role } of namedModules(name)) bits4.set(role, found2);
  }
  return bits4.size > 0 ? bits4 : void 0;
}
function grouped2(groups) {
  if (!isObject(groups)) return void 0;
  const bits4 = /* @__PURE__ */ new Map();
  for (const group of Object.values(groups)) {
    if (!isObject(group)) continue;
    const found2 = bitsOfScheme(group.weights);
    const targets = Array.isArray(group.targets) ? group.targets.map(String) : ["Linear"];
    const roles2 = targets.flatMap(
      (target) => target === "Linear" ? linearRoles : namedModules(target).map(({ role }) => role)
    );
    if (found2 !== void 0) for (const role of roles2) bits4.set(role, found2);
  }
  return bits4.size > 0 ? bits4 : void 0;
}
function shares(bits4, scheme, layers2, plainBits) {
  const lists = [scheme.ignore, scheme.modules_to_not_convert, scheme.exclude_modules];
  const left = lists.flatMap((list2) => Array.isArray(list2) ? list2 : []).flatMap((name) => namedModules(String(name)));
  return [...bits4].map(([role, quantized]) => {
    const plain2 = coverage(left, role, layers2);
    return [role, plain2 * plainBits + (1 - plain2) * quantized];
  });
}

// src/model/unread.ts
var strong = /window|chunk|kv|latent|lora|rank|ssm|state|conv|index|compress|sparse|linear|cache|shar(e|ing)|reuse|swa|slid|stride|dilat|span|recurr|memor|meta_token|retention|evict|prun|layer_?types|pattern|mla|mqa|gqa/i;
var weak = /head|attn|attention|mamba|hybrid|local|global|block|layers_|_layers|_layer_|expert|moe|cla_|dsa|gate|gating|sink|delta|rwkv|intermediate|ffn|mlp|altup|laurel|expand/i;
var harmlessNames = [
  /^(use_cache|cache_implementation|chunk_size_feed_forward|pre_allocate_kv_cache|ignore_index|tie_encoder_decoder)$/,
  /^(output_hidden_states|output_attentions|pruned_heads|num_beam_groups|add_cross_attention|cross_attention_hidden_size)$/,
  /^(attn_implementation|_attn_implementation\w*|reorder_and_upcast_attn|global_view_pos)$/,
  /^(n_group|topk_group|topk_method|num_expert_group|use_grouped_topk|norm_topk_prob|moe_renormalize|scoring_func)$/,
  /token_(id|ids|index)$/,
  /^(rope|rotary|mrope|yarn|partial_rotary|no_rope_layer_interval|position_embedding_type|indexer_rope)/,
  /rope_(theta|scaling|parameters|interleave|percent)$/,
  /^(mtp|num_mtp|num_nextn|summary|unsloth|activation_)/,
  /vision|visual|image|audio|video|speech|projector|img|mm_|vit_|pixel|patch/i
];
var harmlessWords = [
  /dropout|pdrop|drop_rate|epsilon|_eps$|initializer|_scalar$|_init$|_std$|scal(e|ing)$|multiplier|softcap|logit|loss|coef|jitter/,
  /alpha|beta|temperature|theta|clip|softmax_in_fp32|scale_attn|kernels?$|flash|fused|_act(_fn)?$|activation/,
  /router|routed_scaling|expert_(model_parallel|parallel)|moe_(router|routed|apply|aux|drop_tokens|token)|capacity|overlap/
];
var says5 = (value) => !(value === void 0 || value === null || value === false || value === 0 || value === "" || Array.isArray(value) && value.length === 0);
function isSuspect(name) {
  if (harmlessNames.some((pattern) => pattern.test(name))) return false;
  return strong.test(name) || weak.test(name) && !harmlessWords.some((pattern) => pattern.test(name));
}
function refuseUnread(paths, valueAt3, family) {
  for (const path of paths) {
    const value = valueAt3(path);
    if (!says5(value) || !isSuspect(path.slice(path.lastIndexOf(".") + 1))) continue;
    throw new Refusal(
      `servemath does not know what "${path}": ${brief(value)} means in a ${family} model; it may change what is cached or computed, so it is refused, not ignored.`
    );
  }
}

// src/model/readConfig.ts
function readConfig(json, options = {}) {
  const root2 = parseConfig(json);
  const { path, text: text2, around: around2 } = languagePart(root2);
  const { family, modelType } = familyOf(root2, text2);
  const notes = [];
  const fields3 = fieldsOf(text2, path, notes);
  const draft = family.read(fields3, modelType);
  const hidden = hiddenSize(fields3);
  const vocab = fields3.count(["vocab_size", "padded_vocab_size"], family.vocab);
  const outerTied = text2 === root2 ? void 0 : root2.tie_word_embeddings;
  const innerTied = () => fields3.flag("tie_word_embeddings", otherwise(family.tied, "class default"));
  const tied = typeof outerTied === "boolean" ? outerTied : innerTied();
  refuseUnread([...around2, ...fields3.unread()], (at) => valueAt2(root2, at), family.name);
  const quantization = quantizationOf(root2, text2, options, draft.layers);
  if (quantization.kv !== void 0) {
    notes.push(`the checkpoint declares a KV cache in ${quantization.kv}; bytes are in bf16 unless asked otherwise`);
  }
  const model2 = root2._name_or_path;
  const limit = contextLimit(text2, root2);
  return possible({
    ...typeof model2 === "string" && model2 !== "" ? { model: model2 } : {},
    family: family.name,
    modelType,
    hidden,
    vocab,
    tied,
    layers: draft.layers,
    draftLayers: draft.draftLayers ?? [],
    outside: [...embeddings(vocab, hidden, tied), ...draft.outside],
    quantization,
    ...limit !== void 0 && { contextLimit: limit },
    notes: [...new Set(notes)]
  });
}
var absurd2 = 1e14;
function possible(architecture) {
  const { total: total2 } = parameters(architecture);
  if (total2 < absurd2) return architecture;
  throw new Refusal(
    `The fields give ${total2.toPrecision(3)} parameters, which no model has: check its sizes and counts.`
  );
}
var valueAt2 = (root2, path) => path.split(".").reduce((value, key) => isObject(value) ? value[key] : void 0, root2);
function embeddings(vocab, hidden, tied) {
  const table2 = weight("embedding", vocab * hidden);
  return tied ? [table2] : [table2, weight("head", vocab * hidden)];
}
function quantizationOf(root2, text2, options, layers2) {
  const declared2 = {
    dtype: text2.dtype ?? text2.torch_dtype ?? root2.dtype ?? root2.torch_dtype,
    config: root2.quantization_config ?? text2.quantization_config,
    separate: options.quant === void 0 ? void 0 : parseConfig(options.quant, "hf_quant_config.json"),
    expertDtype: text2.expert_dtype
  };
  return readQuantization(declared2, layers2);
}

// src/model/work/layout.ts
var widths = ["tensorParallel", "pipelineStages", "expertParallel"];
var cuts = ["tensor", "data", "context"];
function layoutOf(partial = {}) {
  const layout = { tensorParallel: 1, pipelineStages: 1, expertParallel: 1, attention: "tensor", ...partial };
  for (const name of widths) {
    const width2 = layout[name];
    if (Number.isInteger(width2) && width2 >= 1) continue;
    throw new Refusal(`${name} is ${width2}: expected a whole number of devices, 1 or more.`);
  }
  if (!cuts.includes(layout.attention)) {
    throw new Refusal(`attention is cut by "${layout.attention}": expected ${cuts.join(", ")}.`);
  }
  const { tensorParallel, expertParallel: expertParallel2 } = layout;
  const [narrow, wide] = [Math.min(tensorParallel, expertParallel2), Math.max(tensorParallel, expertParallel2)];
  if (wide % narrow !== 0) {
    throw new Refusal(
      `tensorParallel ${tensorParallel} and expertParallel ${expertParallel2} do not share a stage: expected one to divide the other.`
    );
  }
  return layout;
}
var devicesOfStage = ({ tensorParallel, expertParallel: expertParallel2 }) => Math.max(tensorParallel, expertParallel2);
var devicesOf = (layout) => devicesOfStage(layout) * layout.pipelineStages;
var groupsOf = (layout) => layout.attention === "data" ? devicesOfStage(layout) : devicesOfStage(layout) / layout.tensorParallel;
function checkLayout(architecture, layout) {
  const { tensorParallel, pipelineStages, expertParallel: expertParallel2, attention: attention2 } = layout;
  const { layers: layers2 } = architecture;
  if (pipelineStages > layers2.length) {
    throw new Refusal(
      `pipelineStages is ${pipelineStages} but the model has ${layers2.length} layers: expected no more.`
    );
  }
  if (expertParallel2 > 1 && !weightsOf(architecture).some(({ role }) => role === "experts")) {
    throw new Refusal(`expertParallel is ${expertParallel2} but the model has no experts: expected 1.`);
  }
  if (attention2 === "data") return;
  for (const { queries } of layers2) {
    if (queries === void 0 || queries.heads % tensorParallel === 0) continue;
    throw new Refusal(
      `tensorParallel ${tensorParallel} does not divide the ${queries.heads} query heads of a layer: expected ${nearestDivisors(queries.heads, tensorParallel)}.`
    );
  }
}
function nearestDivisors(heads, asked3) {
  const divisors = Array.from({ length: heads }, (_, index) => index + 1).filter((width2) => heads % width2 === 0);
  const [below2, above] = [divisors.filter((width2) => width2 < asked3).at(-1), divisors.find((width2) => width2 > asked3)];
  return [below2, above].filter((width2) => width2 !== void 0).join(" or ");
}

// src/model/work/attended.ts
function attendedEntries(seen, context2, newTokens) {
  if (newTokens === 1) return Math.min(entriesAt(seen.reach, context2), seen.atMost ?? context2);
  return entriesUpTo(seen, context2 + newTokens) - entriesUpTo(seen, context2);
}
function entriesUpTo({ reach, atMost = Number.POSITIVE_INFINITY, chunked }, last) {
  if (last === 0) return 0;
  if (chunked && reach.over === "last") return inChunks(reach.tokens, atMost, last);
  const step = reach.over === "every" ? reach.tokens : 1;
  const cap = Math.min(atMost, reach.over === "last" ? reach.tokens : Number.POSITIVE_INFINITY);
  return sumOfSteps(step, cap, last) - Math.min(Math.ceil(last / step), cap) / 2;
}
function sumOfSteps(step, cap, last) {
  const rising = Math.min(last, cap * step);
  const whole5 = Math.floor(rising / step);
  const rest2 = rising - whole5 * step;
  const flat2 = last > rising ? (last - rising) * cap : 0;
  return step * whole5 * (whole5 + 1) / 2 + rest2 * (whole5 + 1) + flat2;
}
function inChunks(tokens2, atMost, last) {
  const whole5 = Math.floor(last / tokens2);
  const all = { reach: { over: "all" }, atMost };
  return whole5 * entriesUpTo(all, tokens2) + entriesUpTo(all, last - whole5 * tokens2);
}

// src/model/work/cacheWork.ts
function cacheWork({ caches: caches2 }, point2) {
  const { context: context2, batch: batch2, newTokens, layout, kv } = point2;
  const kept3 = newTokens === 1 ? context2 : context2 + newTokens;
  const ranks = layout.attention === "tensor" ? layout.tensorParallel : 1;
  const sum2 = (bytes2) => caches2.reduce((all, { cache, layers: layers2 }) => all + layers2 * bytes2(cache), 0);
  const onRank = { ...kv, tensorParallel: ranks };
  const sequenceBytes2 = sum2((cache) => storedBytes(cache, kept3, kv));
  const sequenceBytesKept2 = ranks * sum2((cache) => storedBytes(cache, kept3, onRank));
  const places2 = placesOf(layout, batch2);
  return {
    sequenceBytes: sequenceBytes2,
    sequenceBytesKept: sequenceBytesKept2,
    sequenceBytesRead: ranks * sum2((cache) => readBytes(cache, context2, newTokens, onRank)),
    copies: sequenceBytes2 === 0 ? 1 : sequenceBytesKept2 / sequenceBytes2,
    places: places2,
    cacheBytesPerDevice: places2 / groupsOf(layout) * sequenceBytesKept2 / (devicesInGroup(layout) * layout.pipelineStages)
  };
}
var devicesInGroup = (layout) => layout.attention === "data" ? 1 : layout.tensorParallel;
function placesOf(layout, batch2) {
  const lanes = groupsOf(layout) * layout.pipelineStages;
  return lanes === 1 ? batch2 : lanes * Math.ceil(batch2 / lanes);
}
function storedBytes(cache, context2, options) {
  if (cache.keeps !== "entries") return stateBytes(cache, options);
  return entriesAt(cache.reach, context2) * bytesOfEntry(cache.entry, options);
}
function readBytes(cache, context2, newTokens, options) {
  if (cache.keeps !== "entries" || cache.readsAtMost === void 0) return storedBytes(cache, context2, options);
  const entries = Math.min(entriesAt(cache.reach, context2), cache.readsAtMost * newTokens);
  return entries * bytesOfEntry(cache.entry, options);
}

// src/model/work/notes.ts
function notesOf2({ routed }, { layout, experts: experts3, skew, bytesPerParam: bytesPerParam2, newTokens, logits, attentionSlowdown: attentionSlowdown2 }, { copies }, { expertShare, weightBytes: weightBytes2, weightBytesKept: weightBytesKept3 }) {
  const notes = [];
  const say = (matters, text2) => {
    if (matters) notes.push(text2());
  };
  const percent = () => (100 * expertShare).toPrecision(3);
  const routing = skew === 0 ? "routed evenly" : `routed with skew ${skew}`;
  say(
    routed !== void 0 && experts3 === "ideal",
    () => `Only the experts of one token are read (${percent()} %): a bound.`
  );
  say(
    routed !== void 0 && experts3 === "expected",
    () => `The tokens touch ${percent()} % of the experts, ${routing}.`
  );
  say(copies > 1, () => `The cache is there ${copies.toPrecision(3)} times: what has fewer heads than ranks is copied.`);
  say(
    weightBytesKept3 > weightBytes2,
    () => "Weights outside the experts are repeated on devices that work on other sequences."
  );
  say(
    layout.pipelineStages > 1,
    () => `Each of ${layout.pipelineStages} stages reads its weights once for every micro-batch, as many as there are stages.`
  );
  say(newTokens > 1 && logits < newTokens, () => `The head works for ${logits} of ${newTokens} tokens a sequence.`);
  say(bytesPerParam2 !== void 0, () => `Weights take ${bytesPerParam2} B a parameter, as given.`);
  say(attentionSlowdown2 !== 1, () => `Attention's arithmetic runs ${attentionSlowdown2} times slower than the weights'.`);
  return Object.freeze(notes);
}

// src/model/work/point.ts
function checkedPoint(architecture, point2) {
  const { context: context2, batch: batch2 = 1, newTokens = 1, logits = 1, experts: experts3 = "expected", skew = 0, attentionSlowdown: attentionSlowdown2 = 1 } = point2;
  checkContext(context2);
  if (!(batch2 > 0 && Number.isFinite(batch2))) throw new Refusal(`batch is ${batch2}: expected sequences, more than 0.`);
  checkTokens("newTokens", newTokens, 1, 1e12);
  checkTokens("logits", logits, 0, newTokens);
  if (experts3 !== "ideal" && experts3 !== "expected") {
    throw new Refusal(`experts is "${experts3}": expected ideal or expected.`);
  }
  if (!(skew >= 0 && skew < 1)) throw new Refusal(`skew is ${skew}: expected 0 (even routing) to below 1.`);
  if (skew > 0 && experts3 === "ideal") throw new Refusal("skew changes nothing where experts is ideal: leave one out.");
  if (!(attentionSlowdown2 > 0 && Number.isFinite(attentionSlowdown2))) {
    throw new Refusal(`attentionSlowdown is ${attentionSlowdown2}: expected a factor above 0, usually 1 or 2.`);
  }
  const { weights: weights2 = "as shipped", kv = "bf16" } = point2.precision ?? {};
  if (weights2 !== "as shipped" && !(weights2 > 0 && weights2 <= 8)) {
    throw new Refusal(`precision.weights is ${weights2}: expected bytes per parameter above 0, or "as shipped".`);
  }
  const layout = layoutOf(point2.layout);
  checkLayout(architecture, layout);
  return {
    context: context2,
    batch: batch2,
    newTokens,
    logits,
    layout,
    experts: experts3,
    skew,
    attentionSlowdown: attentionSlowdown2,
    bytesPerParam: weights2 === "as shipped" ? void 0 : weights2,
    kv: { kvDtype: kvDtype(kv), speculative: point2.speculative ?? false }
  };
}
function checkTokens(name, value, least2, most3) {
  if (Number.isInteger(value) && value >= least2 && value <= most3) return;
  throw new Refusal(`${name} is ${value}: expected a whole number of tokens, ${least2} to ${most3}.`);
}

// src/model/work/tally.ts
var known4 = /* @__PURE__ */ new WeakMap();
function tallyOf(architecture, speculative) {
  const tallies = known4.get(architecture) ?? remember(architecture);
  const which = speculative ? "speculative" : "plain";
  tallies[which] ??= tally(architecture, layersOf(architecture, { speculative }), speculative);
  return tallies[which];
}
function remember(architecture) {
  const fresh = {};
  known4.set(architecture, fresh);
  return fresh;
}
function tally(architecture, layers2, speculative) {
  const weights2 = speculative ? [...layers2.flatMap((layer) => layer.weights), ...architecture.outside] : weightsOf(architecture);
  const routed = weights2.find(({ role, total: total2, active }) => role === "experts" && active < total2);
  const head = weights2.filter(({ role }) => role === (architecture.tied ? "embedding" : "head"));
  return {
    caches: together2(layers2.flatMap(({ caches: caches2 }) => caches2)).map(([cache, count3]) => ({ cache, layers: count3 })),
    attends: together2(layers2.flatMap(attendedBy)).map(([attend, count3]) => times4(attend, count3)),
    stateFlops: layers2.reduce((sum2, layer) => sum2 + layer.stateFlops, 0),
    weights: byRole(weights2),
    headParams: head.reduce((sum2, { total: total2 }) => sum2 + total2, 0),
    usedParams: weights2.reduce((sum2, { role, active }) => isLookup(architecture, role) ? sum2 : sum2 + active, 0),
    routed: routed === void 0 ? void 0 : routed.active / routed.total
  };
}
var isLookup = ({ tied }, role) => role === "lookup" || role === "embedding" && !tied;
function together2(values2) {
  const counts2 = /* @__PURE__ */ new Map();
  for (const value of values2) {
    const key = JSON.stringify(value);
    const seen = counts2.get(key);
    if (seen === void 0) counts2.set(key, [value, 1]);
    else seen[1] += 1;
  }
  return [...counts2.values()];
}
function attendedBy(layer) {
  const latent = layer.caches.flatMap((cache) => cache.keeps === "entries" ? [cache.entry] : [])[0];
  const { queries } = layer;
  const unfold = latent?.holds === "latent" && queries !== void 0 ? 2 * queries.heads * latent.latentDim * (queries.scoreDim - latent.ropeDim + queries.valueDim) : 0;
  return layer.attends.map((attend) => ({
    ...attend,
    unfoldFlops: attend.absorbedFlops === attend.flops ? 0 : unfold
  }));
}
var times4 = (attend, count3) => ({
  ...attend,
  flops: attend.flops * count3,
  absorbedFlops: attend.absorbedFlops * count3,
  unfoldFlops: attend.unfoldFlops * count3
});
function byRole(weights2) {
  const sums = /* @__PURE__ */ new Map();
  for (const { role, total: total2, active } of weights2) {
    if (total2 === 0) continue;
    const key = `${role} ${active / total2}`;
    const sum2 = sums.get(key);
    if (sum2 === void 0) sums.set(key, { role, total: total2, active });
    else {
      sum2.total += total2;
      sum2.active += active;
    }
  }
  return [...sums.values()];
}

// src/model/work/touched.ts
function touchedShare(share, tokens2, { experts: experts3, skew }) {
  if (experts3 === "ideal") return share;
  if (skew === 0) return atLeastOne(share, tokens2);
  let sum2 = 0;
  for (const popularity of popularities(skew)) sum2 += atLeastOne(Math.min(1, share * popularity), tokens2);
  return Math.max(share, sum2 / steps2);
}
var atLeastOne = (share, tokens2) => -Math.expm1(tokens2 * Math.log1p(-share));
var steps2 = 256;
function popularities(skew) {
  const upTo = (part3) => (part3 / steps2) ** (1 - skew);
  return Array.from({ length: steps2 }, (_, part3) => steps2 * (upTo(part3 + 1) - upTo(part3)));
}

// src/model/work/weightWork.ts
function weightWork(architecture, { weights: weights2, routed }, point2) {
  const { layout, batch: batch2, newTokens } = point2;
  const { pipelineStages } = layout;
  const bytesOf = bytesIn(architecture, point2);
  const tokens2 = Math.max(1, batch2 * newTokens / pipelineStages);
  const sum2 = (bytes2) => weights2.reduce((all, weight2) => all + bytes2(weight2), 0);
  const read38 = sum2((weight2) => {
    const share = shareRead(architecture, weight2, tokens2, point2);
    return copiesOf(weight2, layout) * share * bytesOf(weight2);
  });
  const kept3 = sum2((weight2) => copiesOf(weight2, layout) * bytesOf(weight2));
  return {
    weightBytes: sum2(bytesOf),
    weightBytesKept: kept3,
    weightBytesPerDevice: kept3 / (devicesOfStage(layout) * pipelineStages),
    weightBytesRead: pipelineStages * read38,
    expertShare: routed === void 0 ? 1 : touchedShare(routed, tokens2, point2)
  };
}
function bytesIn({ quantization }, { bytesPerParam: bytesPerParam2 }) {
  if (bytesPerParam2 !== void 0) return ({ total: total2 }) => total2 * bytesPerParam2;
  const { plainBits, bits: bits4, unknown: unknown3 } = quantization;
  if (unknown3 !== void 0) throw new Refusal(unknownBits(unknown3));
  return ({ role, total: total2 }) => total2 * (bits4[role] ?? plainBits) / 8;
}
function shareRead(architecture, weight2, tokens2, point2) {
  if (isLookup(architecture, weight2.role)) return Math.min(1, tokens2 / architecture.vocab);
  return weight2.active < weight2.total ? touchedShare(weight2.active / weight2.total, tokens2, point2) : 1;
}
function copiesOf({ role }, layout) {
  if (role === "experts") return 1;
  const devices2 = devicesOfStage(layout);
  if (role === "attention" && layout.attention === "data") return devices2;
  return devices2 / layout.tensorParallel;
}

// src/model/work/workAt.ts
function workAt(architecture, point2) {
  const checked2 = checkedPoint(architecture, point2);
  const { context: context2, batch: batch2, newTokens, layout, attentionSlowdown: attentionSlowdown2 } = checked2;
  const tally2 = tallyOf(architecture, checked2.kv.speculative);
  const weights2 = weightWork(architecture, tally2, checked2);
  const cache = cacheWork(tally2, checked2);
  const forwardFlops2 = linearFlops(tally2, checked2) / newTokens;
  const attentionFlops2 = attendingFlops(tally2, checked2) / newTokens;
  const tokenFlops2 = forwardFlops2 + attentionSlowdown2 * attentionFlops2;
  return Object.freeze({
    context: context2,
    batch: batch2,
    passLength: newTokens,
    devices: devicesOf(layout),
    sequenceBytes: cache.sequenceBytes,
    sequenceBytesKept: cache.sequenceBytesKept,
    sequenceBytesRead: cache.sequenceBytesRead,
    copies: cache.copies,
    places: cache.places,
    cacheBytesPerDevice: cache.cacheBytesPerDevice,
    weightBytes: weights2.weightBytes,
    weightBytesKept: weights2.weightBytesKept,
    weightBytesPerDevice: weights2.weightBytesPerDevice,
    weightBytesRead: weights2.weightBytesRead,
    expertShare: weights2.expertShare,
    forwardFlops: forwardFlops2,
    attentionFlops: attentionFlops2,
    tokenFlops: tokenFlops2,
    passFlops: batch2 * newTokens * tokenFlops2,
    notes: notesOf2(tally2, checked2, cache, weights2)
  });
}
function linearFlops({ usedParams, headParams, stateFlops }, { newTokens, logits }) {
  return newTokens * (2 * (usedParams - headParams) + stateFlops) + logits * 2 * headParams;
}
function attendingFlops({ attends }, { context: context2, newTokens }) {
  return attends.reduce((sum2, attend) => {
    const entries = attendedEntries(attend, context2, newTokens);
    const unfolded = Math.min(context2, (attend.atMost ?? context2) * newTokens) * attend.unfoldFlops;
    return sum2 + Math.min(entries * attend.absorbedFlops, entries * attend.flops + unfolded);
  }, 0);
}

// src/catalog/models.ts
var Records = v9.record(
  v9.string(),
  v9.strictObject({
    name: v9.string(),
    source: v9.strictObject({ title: v9.string(), url: v9.pipe(v9.string(), v9.url()) }),
    asOf: v9.pipe(v9.string(), v9.isoDate()),
    confidence: v9.optional(v9.picklist(["high", "medium", "low"]), "high"),
    note: v9.exactOptional(v9.string()),
    config: v9.record(v9.string(), v9.unknown())
  })
);
var files2 = [deepseek_default, gemma_default, glm_default, kimi_default, llama_default, minimax_default, mistral_default, nemotron_default, openai_default, others_default, qwen_default, state_space_default];
var records = new Map(files2.flatMap((file) => Object.entries(v9.parse(Records, file))));
var built = /* @__PURE__ */ new Map();
function model(id) {
  const record3 = records.get(id);
  if (record3 === void 0) throw unknownName("model", id, records.keys());
  const known7 = built.get(id);
  if (known7 !== void 0) return known7;
  const architecture = readConfig(record3.config);
  const doubtful2 = record3.confidence === "low" ? ["config"] : [];
  const fresh = Object.freeze({ id, ...record3, doubtful: doubtful2, architecture, ...quantities2(architecture) });
  built.set(id, fresh);
  return fresh;
}

// src/catalog/part.ts
function partTier(id, record3, options) {
  const { name, kind, medium: medium2, market: market2, prices, tierCapacity: tierCapacity2, tierBandwidth: tierBandwidth2 } = record3;
  const { lifetime: lifetime2, writeBandwidth: writeBandwidth2, drives, driveWritesPerDay: driveWritesPerDay2, ratedWorkload: ratedWorkload2, retention } = record3;
  const ratings = { driveWritesPerDay: driveWritesPerDay2, ratedWorkload: ratedWorkload2, retention };
  const common = { id, name, kind, medium: medium2, priceRule };
  const unplaced = (notPlacedBecause) => {
    const facts2 = known2({ tierCapacity: tierCapacity2, tierBandwidth: tierBandwidth2, lifetime: lifetime2, ...ratings, writeBandwidth: writeBandwidth2, drives });
    return { ...common, ...values(facts2), placeable: false, notPlacedBecause, facts: facts2, doubtful: doubtful(facts2) };
  };
  if (record3.announcedIn) {
    const { title, date } = record3.announcedIn;
    return unplaced(`${id} is announced without capacity, bandwidth or price (${title}, ${date}).`);
  }
  if (!tierCapacity2 || !tierBandwidth2 || !lifetime2) {
    return unplaced(`${id} lacks a capacity, a bandwidth or a life in the catalogue.`);
  }
  const price = choosePrice(prices, { market: market2, ...options });
  if (!price) return unplaced(noPriceReason(id, prices, { market: market2, ...options }));
  const basis = options.basis ?? "component";
  const cost = costOnBasis(basis, id, record3, price, tierCapacity2);
  if (typeof cost === "string") return unplaced(cost);
  const facts = known2({
    tierCapacity: tierCapacity2,
    tierBandwidth: tierBandwidth2,
    lifetime: lifetime2,
    ...ratings,
    writeBandwidth: writeBandwidth2,
    drives,
    price,
    ...cost
  });
  return {
    ...common,
    kind,
    ...values({ tierCapacity: tierCapacity2, tierBandwidth: tierBandwidth2, lifetime: lifetime2, purchasePrice: cost.purchasePrice }),
    drives: drives?.value ?? 1,
    ...values(known2(ratings)),
    power: cost.power?.value ?? 0,
    energyPrice: assumption2("energyPrice").value,
    ...record3.path !== void 0 && { path: record3.path },
    placeable: true,
    basis,
    priceAsOf: price.period,
    facts,
    // How many stand side by side changes no price.
    doubtful: doubtful(facts).filter((name2) => name2 !== "drives")
  };
}
function costOnBasis(basis, id, record3, price, capacity) {
  const { soldWith, power: power4, hostPrice } = record3;
  const bare2 = { ...price, value: price.value * capacity.value, unit: "USD" };
  if (basis === "component") return { purchasePrice: bare2 };
  if (soldWith !== void 0) {
    return `${id} is ${basis} only with its ${soldWith}: charge a share of that instead (devicePrice and memoryShare).`;
  }
  if (basis === "rented") return `${id} has no rented price in the catalogue: ask for component or owned.`;
  if (!power4 || !hostPrice) {
    return `${id} has no owned price, since the catalogue lacks its power or its share of a host: ask for component.`;
  }
  const note = `the part at ${price.period} and an assumed share of its host`;
  const value = bare2.value + hostPrice.value;
  return {
    purchasePrice: { ...bare2, value, basis, kind: "assumed", confidence: "low", note },
    power: power4,
    energyPrice: assumption2("energyPrice"),
    hostPrice
  };
}

// src/catalog/service.ts
function serviceTier(id, record3, options) {
  const { name, kind, medium: medium2, market: market2, prices } = record3;
  const common = { id, name, kind, medium: medium2, priceRule };
  const unplaced = (notPlacedBecause) => {
    return { ...common, placeable: false, notPlacedBecause, facts: {}, doubtful: [] };
  };
  const basis = options.basis ?? "rented";
  if (basis !== "rented") return unplaced(`${id} is a service, which has a rented price only, no ${basis} one.`);
  const holdPrice2 = choosePrice(prices, { market: market2, ...options });
  if (!holdPrice2) return unplaced(noPriceReason(id, prices, { market: market2, ...options }));
  const objectSize = sizeOfObject(record3, options.objectSize);
  const retrievePrice2 = pricePerByte(record3.readPrice, record3.getPrice, objectSize);
  const writePrice = pricePerByte(record3.writePrice, record3.putPrice, objectSize);
  if (!retrievePrice2 || !writePrice) return unplaced(`${id} has no price for reading and writing in the catalogue.`);
  const perByte = { holdPrice: holdPrice2, retrievePrice: retrievePrice2, writePrice };
  const facts = known2({ ...perByte, objectSize });
  return {
    ...common,
    kind,
    ...values(perByte),
    placeable: true,
    basis,
    priceAsOf: holdPrice2.period,
    facts,
    doubtful: doubtful(facts)
  };
}
function sizeOfObject({ objectSize }, asked3) {
  if (!objectSize || asked3 === void 0) return objectSize;
  if (!(asked3 > 0 && Number.isFinite(asked3))) {
    throw new Refusal(`The object size cannot be ${asked3} B: expected a positive number of bytes per request.`);
  }
  return { ...objectSize, value: asked3, note: "as asked" };
}
function pricePerByte(perByte, perRequest, objectSize) {
  if (!perRequest || !objectSize) return perByte;
  const { source: source14, asOf, period } = perRequest;
  return {
    value: (perByte?.value ?? 0) + perRequest.value / objectSize.value,
    unit: "USD/B",
    source: source14,
    asOf,
    period,
    kind: objectSize.kind,
    confidence: objectSize.confidence,
    basis: "rented",
    note: `${perByte?.value ? "a fee per byte, and " : ""}one request per object of ${objectSize.value / 1e6} MB`
  };
}

// src/catalog/tierRecords.ts
import * as v10 from "valibot";

// data/tiers.json
var tiers_default = {
  "hbm3e-on-package": {
    name: "HBM3E inside an accelerator (H200)",
    kind: "part",
    medium: "hbm",
    tierCapacity: { value: 141, unit: "GB", source: "itkb", kind: "spec" },
    tierBandwidth: { value: 4.8, unit: "TB/s", source: "itkb", kind: "spec" },
    lifetime: { value: 5, unit: "y", source: "assumed", kind: "assumed", confidence: "low", note: "life of the accelerator" },
    market: "contract",
    soldWith: "accelerator",
    prices: [
      { value: 13.6, unit: "USD/GB", source: "storedbits", kind: "quoted", asOf: "2025-11", confidence: "medium", basis: "component", market: "contract", note: "about 1.70 USD a gigabit, Counterpoint" },
      { value: 10.64, unit: "USD/GB", source: "silicon-analysts", kind: "quoted", asOf: "2026-06-27", confidence: "low", basis: "component", market: "estimate", note: "H200: 35.3% of a 4,250 USD bill of materials, before a modelled 20% rise" },
      { value: 15.1, unit: "USD/GB", source: "silicon-analysts", kind: "quoted", asOf: "2026-06-27", confidence: "low", basis: "component", market: "estimate", note: "B200: 45.3% of 6,400 USD, before the same rise" },
      { value: 9, unit: "USD/GB", source: "asia-tech-feed", kind: "quoted", asOf: "2026", confidence: "low", basis: "component", market: "estimate", note: "middle of 8 to 10" },
      { value: 19.4, unit: "USD/GB", source: "business-asia", kind: "quoted", asOf: "2026-02-19", confidence: "low", basis: "component", market: "estimate", note: "HBM4: about 700 USD a stack, taken as 36 GB" }
    ]
  },
  "ddr5-rdimm-server": {
    name: "Host DDR5: 24 x 64 GB RDIMM in a two-socket server",
    kind: "part",
    medium: "ddr",
    tierCapacity: { value: 1536, unit: "GB", source: "assumed", kind: "assumed", note: "a chosen configuration: 24 modules of 64 GB, decimal as prices are; they hold 7% more" },
    tierBandwidth: { value: 921.6, unit: "GB/s", source: "meterpreter", kind: "spec", note: "2 sockets x 12 channels of DDR5-4800; the host link to the GPU is narrower" },
    lifetime: { value: 5, unit: "y", source: "assumed", kind: "assumed", confidence: "low", note: "server life" },
    power: { value: 120, unit: "W", source: "assumed", kind: "assumed", confidence: "low", note: "5 W a module" },
    hostPrice: { value: 1e4, unit: "USD", source: "assumed", kind: "assumed", confidence: "low", note: "two-socket server without its memory" },
    path: "pcie5-x16",
    market: "contract",
    prices: [
      { value: 3.984375, unit: "USD/GB", source: "esim-report", kind: "quoted", asOf: "2025-Q3", basis: "component", market: "contract", note: "255 USD per 64 GB" },
      { value: 7.03125, unit: "USD/GB", source: "esim-report", kind: "quoted", asOf: "2025-Q4", basis: "component", market: "contract", note: "450 USD per 64 GB" },
      { value: 10.9375, unit: "USD/GB", source: "esim-report", kind: "quoted", asOf: "2026-03", confidence: "low", basis: "component", market: "contract", forecast: true, note: "700 USD per 64 GB, expected in 2026-01 and overtaken" },
      { value: 14.0625, unit: "USD/GB", source: "techno-news", kind: "quoted", asOf: "2026-Q1", basis: "component", market: "contract", note: "900 USD per 64 GB, at least" },
      { value: 15.625, unit: "USD/GB", source: "techno-news", kind: "quoted", asOf: "2026-Q2", confidence: "medium", basis: "component", market: "contract", forecast: true, note: "1,000 USD per 64 GB" },
      { value: 19.921875, unit: "USD/GB", source: "36kr", kind: "quoted", asOf: "2026-Q3", confidence: "medium", basis: "component", market: "contract", forecast: true, note: "five times 2025-Q3" },
      { value: 18.8, unit: "USD/GB", source: "tuttotech", kind: "quoted", asOf: "2025-12-29", confidence: "medium", basis: "component", market: "retail", note: "77,000 USD for 16 x 256 GB" },
      { value: 32, unit: "USD/GB", source: "36kr", kind: "quoted", asOf: "2026-06", confidence: "medium", basis: "component", market: "spot", note: "middle of 27 to 37" }
    ]
  },
  "grace-lpddr5x": {
    name: "Grace host memory: 480 GB LPDDR5X",
    kind: "part",
    medium: "lpddr",
    tierCapacity: { value: 480, unit: "GB", source: "nvidia-gb200", kind: "spec" },
    tierBandwidth: { value: 512, unit: "GB/s", source: "nvidia-gb200", kind: "spec" },
    lifetime: { value: 5, unit: "y", source: "assumed", kind: "assumed", confidence: "low", note: "server life" },
    path: "nvlink-c2c",
    market: "contract",
    prices: [
      { value: 8, unit: "USD/GB", source: "nextbigfuture", kind: "quoted", asOf: "2026-Q1", confidence: "medium", basis: "component", market: "contract", note: "SOCAMM contract" },
      { value: 13, unit: "USD/GB", source: "nextbigfuture", kind: "quoted", asOf: "2026-12", confidence: "low", basis: "component", market: "contract", forecast: true, note: '"could exceed"' },
      { value: 10, unit: "USD/GB", source: "nextbigfuture", kind: "quoted", asOf: "2026", confidence: "low", basis: "component", market: "estimate", note: "working figure of the same analysts" }
    ]
  },
  "vera-lpddr5x": {
    name: "Vera host memory: 1.5 TB SOCAMM LPDDR5X",
    kind: "part",
    medium: "lpddr",
    tierCapacity: { value: 1500, unit: "GB", source: "kad8", kind: "spec" },
    tierBandwidth: { value: 1200, unit: "GB/s", source: "kad8", kind: "spec" },
    lifetime: { value: 5, unit: "y", source: "assumed", kind: "assumed", confidence: "low", note: "server life" },
    path: "nvlink-c2c-vera",
    market: "contract",
    prices: [
      { value: 8, unit: "USD/GB", source: "nextbigfuture", kind: "quoted", asOf: "2026-Q1", confidence: "medium", basis: "component", market: "contract", note: "SOCAMM contract" },
      { value: 13, unit: "USD/GB", source: "nextbigfuture", kind: "quoted", asOf: "2026-12", confidence: "low", basis: "component", market: "contract", forecast: true, note: '"could exceed"' }
    ]
  },
  "cxl-cz120": {
    name: "Micron CZ120 256 GB, CXL 2.0",
    kind: "part",
    medium: "cxl",
    tierCapacity: { value: 256, unit: "GB", source: "toms-cz120", kind: "spec" },
    tierBandwidth: { value: 36, unit: "GB/s", source: "toms-cz120", kind: "spec", note: "measured by the vendor, two reads to a write" },
    lifetime: { value: 5, unit: "y", source: "assumed", kind: "assumed", confidence: "low", note: "server life" },
    path: "pcie5-x16",
    market: "contract",
    prices: []
  },
  "nvme-tlc-gen5": {
    name: "NVMe TLC, PCIe 5, 30.72 TB (Micron 9550 class)",
    kind: "part",
    medium: "flash",
    tierCapacity: { value: 30.72, unit: "TB", source: "vdura", kind: "spec", confidence: "medium", note: 'the "30 TB" class priced' },
    tierBandwidth: { value: 14, unit: "GB/s", source: "computerbase-9550", kind: "spec" },
    driveWritesPerDay: { value: 1, unit: "1/day", source: "tweaktown-9550", kind: "spec", confidence: "medium", note: "rating of the 9550 PRO, seen on its 7.68 TB model" },
    retention: { value: 0.25, unit: "y", source: "jesd218", kind: "spec", confidence: "medium", note: "without power, at the end of the rated life of a server drive; a drive under power refreshes itself" },
    lifetime: { value: 5, unit: "y", source: "bm1743", kind: "spec", confidence: "medium", note: "the usual endurance basis of server SSDs" },
    power: { value: 25, unit: "W", source: "assumed", kind: "assumed", confidence: "low", note: "as the QLC drive" },
    hostPrice: { value: 350, unit: "USD", source: "assumed", kind: "assumed", confidence: "low", note: "one bay of a 24-bay server" },
    drives: { value: 8, unit: "1", source: "assumed", kind: "assumed", confidence: "low", note: "drive bays of a server with eight accelerators" },
    path: "pcie5-x16",
    market: "list",
    prices: [
      { value: 0.0996744792, unit: "USD/GB", source: "vdura", kind: "quoted", asOf: "2025-Q2", basis: "component", market: "list", note: "3,062 USD a drive" },
      { value: 0.3564453125, unit: "USD/GB", source: "vdura", kind: "quoted", asOf: "2026-Q1", basis: "component", market: "list", note: "10,950 USD a drive" }
    ]
  },
  "nvme-tlc-gen6": {
    name: "NVMe TLC, PCIe 6, 30.7 TB (Micron 9650)",
    kind: "part",
    medium: "flash",
    tierCapacity: { value: 30.7, unit: "TB", source: "cekodok-9650", kind: "spec" },
    tierBandwidth: { value: 28, unit: "GB/s", source: "cekodok-9650", kind: "spec" },
    driveWritesPerDay: { value: 1, unit: "1/day", source: "assumed", kind: "assumed", confidence: "low", note: "as the Gen5 drive" },
    retention: { value: 0.25, unit: "y", source: "jesd218", kind: "spec", confidence: "medium", note: "without power, at the end of the rated life of a server drive; a drive under power refreshes itself" },
    lifetime: { value: 5, unit: "y", source: "bm1743", kind: "spec", confidence: "medium" },
    drives: { value: 8, unit: "1", source: "assumed", kind: "assumed", confidence: "low", note: "drive bays of a server with eight accelerators" },
    path: "pcie6-x16",
    market: "list",
    prices: []
  },
  "nvme-qlc": {
    name: "NVMe QLC, 122.88 TB (Solidigm D5-P5336)",
    kind: "part",
    medium: "flash",
    tierCapacity: { value: 122.88, unit: "TB", source: "hwcooling", kind: "spec" },
    tierBandwidth: { value: 7.4, unit: "GB/s", source: "hwcooling", kind: "spec" },
    driveWritesPerDay: { value: 0.26, unit: "1/day", source: "bm1743", kind: "spec", confidence: "low", note: "rating of another QLC drive, the Samsung BM1743" },
    retention: { value: 0.25, unit: "y", source: "jesd218", kind: "spec", confidence: "medium", note: "without power, at the end of the rated life of a server drive; a drive under power refreshes itself" },
    lifetime: { value: 5, unit: "y", source: "bm1743", kind: "spec", confidence: "medium" },
    power: { value: 25, unit: "W", source: "monitor-si", kind: "spec", confidence: "medium" },
    hostPrice: { value: 350, unit: "USD", source: "assumed", kind: "assumed", confidence: "low", note: "one bay of a 24-bay server" },
    drives: { value: 8, unit: "1", source: "assumed", kind: "assumed", confidence: "low", note: "drive bays of a server with eight accelerators" },
    path: "pcie5-x16",
    market: "list",
    writeBandwidth: { value: 3.2, unit: "GB/s", source: "hwcooling", kind: "spec" },
    prices: [
      { value: 0.0919, unit: "USD/GB", source: "monitor-si", kind: "quoted", asOf: "2024-01", confidence: "low", basis: "component", market: "list", note: "61.44 TB model: 5,190 EUR at an assumed 1.088 USD/EUR; no later price found" }
    ]
  },
  "hdd-hamr": {
    name: "Disk, 30 TB HAMR (Seagate Exos M)",
    kind: "part",
    medium: "disk",
    tierCapacity: { value: 30, unit: "TB", source: "storagereview-exos", kind: "spec" },
    tierBandwidth: { value: 275, unit: "MB/s", source: "storagereview-exos", kind: "spec", note: "outer tracks; 292 measured" },
    ratedWorkload: { value: 550, unit: "TB/y", source: "seagate-x24", kind: "spec", confidence: "medium", note: "reads and writes together; the maker's rating of its nearline disks, read for the generation before" },
    lifetime: { value: 5, unit: "y", source: "storagereview-exos", kind: "spec", note: "limited warranty" },
    power: { value: 9.5, unit: "W", source: "storagereview-exos", kind: "spec", note: "random reads; 6.9 idle" },
    hostPrice: { value: 100, unit: "USD", source: "assumed", kind: "assumed", confidence: "low", note: "one bay of a 60-bay enclosure" },
    drives: { value: 12, unit: "1", source: "assumed", kind: "assumed", confidence: "low", note: "a server of two units has twelve bays for 3.5-inch disks" },
    path: "pcie5-x16",
    market: "list",
    prices: [
      { value: 0.0165, unit: "USD/GB", source: "ko-vdura", kind: "quoted", asOf: "2025-Q2", confidence: "medium", basis: "component", market: "list", note: "from the published SSD to disk price ratio, 6.2" },
      { value: 0.0223, unit: "USD/GB", source: "ko-vdura", kind: "quoted", asOf: "2026-Q1", confidence: "medium", basis: "component", market: "list", note: "the same at 16.4" },
      { value: 0.017, unit: "USD/GB", source: "techradar-hamr", kind: "quoted", asOf: "2025-03-16", confidence: "low", basis: "component", market: "estimate", note: "2 EB for 33 to 35 MUSD" }
    ]
  },
  "aws-s3-standard": {
    name: "AWS S3 Standard, us-east-1",
    kind: "service",
    medium: "object",
    market: "list",
    getPrice: { value: 4e-7, unit: "USD", source: "c3x-s3", kind: "quoted", note: "0.0004 USD per 1,000" },
    putPrice: { value: 5e-6, unit: "USD", source: "c3x-s3", kind: "quoted", note: "0.005 USD per 1,000" },
    objectSize: { value: 16, unit: "MB", source: "assumed", kind: "assumed", confidence: "low", note: "one 256-token chunk at 64 kB a token" },
    readPrice: { value: 0, unit: "USD/GB", source: "aws-s3", kind: "quoted", note: "inside the region" },
    prices: [
      { value: 0.023, unit: "USD/(GB*month)", source: "aws-s3", kind: "quoted", asOf: "2025/2026", basis: "rented", market: "list", note: "first 50 TB; AWS counts binary gigabytes, read here as decimal" }
    ]
  },
  "aws-s3-express": {
    name: "AWS S3 Express One Zone, us-east-1",
    kind: "service",
    medium: "object",
    market: "list",
    getPrice: { value: 3e-8, unit: "USD", source: "aws-s3-faq", kind: "quoted" },
    putPrice: { value: 113e-8, unit: "USD", source: "aws-s3-faq", kind: "quoted" },
    objectSize: { value: 16, unit: "MB", source: "assumed", kind: "assumed", confidence: "low", note: "one 256-token chunk at 64 kB a token" },
    readPrice: { value: 6e-4, unit: "USD/GB", source: "aws-s3-faq", kind: "quoted" },
    writePrice: { value: 32e-4, unit: "USD/GB", source: "aws-s3-faq", kind: "quoted" },
    prices: [
      { value: 0.11, unit: "USD/(GB*month)", source: "aws-s3-faq", kind: "quoted", asOf: "2025-04", basis: "rented", market: "list" }
    ]
  },
  "gcs-standard": {
    name: "Google Cloud Storage Standard, one region",
    kind: "service",
    medium: "object",
    market: "list",
    getPrice: { value: 4e-7, unit: "USD", source: "gcs-examples", kind: "quoted", note: "class B: 0.0004 USD per 1,000" },
    putPrice: { value: 5e-6, unit: "USD", source: "gcs-examples", kind: "quoted", note: "class A: 0.005 USD per 1,000" },
    objectSize: { value: 16, unit: "MB", source: "assumed", kind: "assumed", confidence: "low", note: "one 256-token chunk at 64 kB a token" },
    readPrice: { value: 0, unit: "USD/GB", source: "assumed", kind: "assumed", confidence: "low", note: "inside the region" },
    prices: [
      { value: 0.02, unit: "USD/(GB*month)", source: "gcs-examples", kind: "quoted", asOf: "2025/2026", confidence: "medium", basis: "rented", market: "list" }
    ]
  },
  "aws-ebs-gp3": {
    name: "AWS EBS gp3 volume, us-east-1",
    kind: "service",
    medium: "block",
    market: "list",
    readPrice: { value: 0.04, unit: "USD*s/(MB*month)", source: "aws-ebs", kind: "quoted", note: "provisioned MB/s, fully used; the first 125 are free and ignored" },
    writePrice: { value: 0.04, unit: "USD*s/(MB*month)", source: "aws-ebs", kind: "quoted", note: "provisioned MB/s, fully used; the first 125 are free and ignored" },
    prices: [
      { value: 0.08, unit: "USD/(GB*month)", source: "aws-ebs", kind: "quoted", asOf: "2025/2026", basis: "rented", market: "list" }
    ]
  },
  "aws-ebs-io2": {
    name: "AWS EBS io2 volume, us-east-1",
    kind: "service",
    medium: "block",
    market: "list",
    getPrice: { value: 0.065, unit: "USD*s/month", source: "aws-ebs", kind: "quoted", note: "per provisioned operation a second, fully used" },
    putPrice: { value: 0.065, unit: "USD*s/month", source: "aws-ebs", kind: "quoted", note: "per provisioned operation a second, fully used" },
    objectSize: { value: 256, unit: "KiB", source: "assumed", kind: "assumed", confidence: "low", note: "largest operation" },
    prices: [
      { value: 0.125, unit: "USD/(GB*month)", source: "aws-ebs", kind: "quoted", asOf: "2025/2026", basis: "rented", market: "list" }
    ]
  },
  "aws-memory-marginal": {
    name: "Cloud DRAM: r7i.48xlarge less m7i.48xlarge, on demand",
    kind: "service",
    medium: "ddr",
    market: "list",
    readPrice: { value: 0, unit: "USD/GB", source: "assumed", kind: "assumed", confidence: "low", note: "bandwidth comes with the instance" },
    writePrice: { value: 0, unit: "USD/GB", source: "assumed", kind: "assumed", confidence: "low", note: "bandwidth comes with the instance" },
    prices: [
      { value: 39375e-7, unit: "USD/(GiB*h)", source: "aws-ec2", kind: "quoted", asOf: "2025/2026", confidence: "medium", basis: "rented", market: "list", note: "12.7008 against 9.6768 USD/h for 768 GiB more; may predate the 2026 rise" }
    ]
  },
  "nvidia-cmx": {
    name: "NVIDIA CMX (BlueField-4 shared flash for context)",
    kind: "part",
    medium: "flash",
    announcedIn: "nvidia-icms",
    market: "list",
    prices: []
  }
};

// src/catalog/tierRecords.ts
var medium = v10.picklist(["hbm", "ddr", "lpddr", "cxl", "flash", "disk", "object", "block"]);
var optional3 = (unit3) => v10.exactOptional(factIn(unit3));
var named2 = { name: v10.string(), medium, market };
var partSchema = v10.strictObject({
  ...named2,
  kind: v10.literal("part"),
  tierCapacity: optional3("B"),
  tierBandwidth: optional3("B/s"),
  writeBandwidth: optional3("B/s"),
  driveWritesPerDay: optional3("1/s"),
  /** read and written, on average over a year */
  ratedWorkload: optional3("B/s"),
  /** how long written bytes last without power */
  retention: optional3("s"),
  lifetime: optional3("s"),
  power: optional3("W"),
  hostPrice: optional3("USD"),
  drives: optional3("1"),
  path: v10.exactOptional(v10.string()),
  /** what it cannot be owned or rented without */
  soldWith: v10.exactOptional(v10.string()),
  /** a product without the numbers of one */
  announcedIn: v10.exactOptional(sourceId),
  prices: v10.array(priceIn("USD/B", "component"))
});
var serviceSchema = v10.strictObject({
  ...named2,
  kind: v10.literal("service"),
  getPrice: v10.exactOptional(feeIn("USD")),
  putPrice: v10.exactOptional(feeIn("USD")),
  objectSize: optional3("B"),
  readPrice: v10.exactOptional(feeIn("USD/B")),
  writePrice: v10.exactOptional(feeIn("USD/B")),
  prices: v10.array(priceIn("USD/(B*s)", "rented"))
});
var tierRecords = table(
  "data/tiers.json",
  tiers_default,
  v10.variant("kind", [partSchema, serviceSchema])
);

// src/catalog/tiers.ts
function tierIds() {
  return [...tierRecords().keys()];
}
function tier(id, options = {}) {
  return tierWith(id, options);
}
var tierWith = remembered((id, options) => {
  const record3 = recordOf(id);
  return frozen(record3.kind === "part" ? partTier(id, record3, options) : serviceTier(id, record3, options));
});
function tiers(options = {}) {
  return tierIds().map((id) => tier(id, options));
}
function recordOf(id) {
  const record3 = tierRecords().get(id);
  if (!record3) throw unknownName("tier", id, tierIds());
  return record3;
}

// src/deployment/checked.ts
var shares2 = /* @__PURE__ */ new Set(["mfu", "stall", "fill", "bandwidthUse", "memoryShare", "landing", "capitalCost", "hitShare"]);
var positive3 = /* @__PURE__ */ new Set([
  "mfu",
  "fill",
  "bandwidthUse",
  "ratedWorkload",
  "flops",
  "memoryBandwidth",
  "memoryCapacity",
  "devices",
  "tierCapacity",
  "tierBandwidth",
  "lifetime",
  "bytesPerParam"
]);
function checkedNumbers(numbers) {
  for (const name of Object.keys(numbers)) {
    const value = numbers[name];
    if (!Number.isFinite(value)) throw new Refusal(`${name} is ${value}: expected a finite number in base units.`);
    if (value < 0) throw new Refusal(`${name} is ${value}: expected a number that is not negative.`);
    if (value === 0 && positive3.has(name)) throw new Refusal(`${name} is 0: expected a positive number.`);
    if (value < 1 && name === "pue") throw new Refusal(`pue is ${value}: expected 1, all energy in machines, or more.`);
    if (value > 1 && shares2.has(name)) throw new Refusal(`${name} is ${value}: expected a share between 0 and 1.`);
  }
  return numbers;
}

// src/deployment/amount.ts
function amountIn(amount2, unit3, where) {
  const value = typeof amount2 === "number" ? amount2 : parseQuantity(amount2, unit3, where);
  if (!Number.isFinite(value)) throw new Refusal(`${where} is ${value}: expected a finite number in base units.`);
  if (value < 0) throw new Refusal(`${where} is ${amount2}: expected a number that is not negative.`);
  return value;
}
function wholeIn2(value, where, least2 = 1) {
  if (Number.isSafeInteger(value) && value >= least2) return value;
  throw new Refusal(`${where} is ${value}: expected a whole number, ${least2} or more.`);
}
function oneOf(asked3, names7, what) {
  const found2 = names7.find((name) => name === asked3);
  if (found2 === void 0) throw unknownName(what, asked3, names7);
  return found2;
}
function amountsOf(set, where = "set") {
  return checkedNumbers(
    Object.fromEntries(
      Object.entries(set).map(([name, amount2]) => [name, amountIn(amount2, unitOf(name), `${where}.${name}`)])
    )
  );
}

// src/deployment/known.ts
function knownFact({ value, unit: unit3, source: source14, period, confidence, basis, note }) {
  return {
    value,
    unit: unit3,
    source: source14.title,
    ...source14.url !== "" && { url: source14.url },
    asOf: period,
    confidence,
    ...basis !== void 0 && { basis },
    ...note !== void 0 && { note }
  };
}
function knownAs(numbers, origin) {
  return Object.fromEntries(
    Object.entries(numbers).map(([name, value]) => [name, { value, unit: unitOf(name), ...origin }])
  );
}
function valuesOf(known7) {
  return Object.fromEntries(Object.entries(known7).map(([name, { value }]) => [name, value]));
}
var given3 = { source: "given" };

// src/deployment/machine.ts
var machineUnits = {
  flops: "FLOP/s",
  memoryBandwidth: "B/s",
  memoryCapacity: "B",
  devicePrice: "USD/s",
  hostBandwidth: "B/s",
  scaleUpDevices: "1"
};
var names5 = Object.keys(machineUnits);
var vocabulary = ["flops", "memoryBandwidth", "memoryCapacity", "devicePrice"];
var usualScaleUp = 8;
function machineOf(part3, options = {}) {
  if (Array.isArray(part3)) {
    throw new Refusal(`accelerator is a list of ${part3.length}: expected one, such as "${part3[0] ?? "h100-sxm"}".`);
  }
  const fields3 = typeof part3 === "string" ? { like: part3 } : { ...part3 };
  const record3 = recordOf2(part3, fields3, options);
  const known7 = { ...factsOf(record3), ...changesIn(fields3, record3) };
  const { host: hostLink, network } = options.links ?? {};
  const host = hostLink === void 0 ? known7.hostBandwidth?.value : bandwidthOf(hostLink, "host");
  return {
    name: typeof fields3.id === "string" ? fields3.id : record3?.id ?? "an accelerator of numbers",
    ...record3 && { record: record3 },
    known: Object.fromEntries(vocabulary.flatMap((name) => known7[name] === void 0 ? [] : [[name, known7[name]]])),
    ...host !== void 0 && { hostBandwidth: host },
    ...options.asOf !== void 0 && { asOf: options.asOf },
    hostIsGiven: hostLink !== void 0,
    ...network !== void 0 && { networkBandwidth: bandwidthOf(network, "network") },
    scaleUpDevices: known7.scaleUpDevices?.value ?? usualScaleUp
  };
}
function recordOf2(part3, { like }, options) {
  if (typeof part3 === "object" && "facts" in part3) return part3;
  if (typeof like !== "string") return void 0;
  const { asOf, precision: precision2 } = options;
  const dated = asOf === void 0 ? {} : { asOf };
  const plain2 = accelerator(like, dated);
  if (precision2?.weights === void 0 || precision2.weights === "bf16") return plain2;
  try {
    return accelerator(like, { ...dated, precision: precision2.weights });
  } catch (error) {
    if (error instanceof Refusal) return plain2;
    throw error;
  }
}
function factsOf(record3) {
  const facts = Object.entries({ ...record3?.facts });
  return Object.fromEntries(
    facts.flatMap(([name, fact]) => {
      if (fact === void 0 || machineUnits[name] === void 0) return [];
      const known7 = knownFact(fact);
      const peak2 = name === "flops" ? { note: noted(`dense ${record3?.precision} peak`, known7.note) } : {};
      return [[name, { ...known7, ...peak2 }]];
    })
  );
}
var noted = (first, more) => more === void 0 ? first : `${first}; ${more}`;
function changesIn(fields3, record3) {
  const facts = factsOf(record3);
  return Object.fromEntries(
    names5.flatMap((name) => {
      const value = fields3[name];
      if (value === void 0 || value === facts[name]?.value) return [];
      const unit3 = machineUnits[name] ?? "1";
      return [[name, { value: amountIn(value, unit3, name), unit: unit3, ...given3 }]];
    })
  );
}
function bandwidthOf(part3, where) {
  return typeof part3 === "string" ? link(part3).pathBandwidth : amountIn(part3.pathBandwidth, "B/s", `links.${where}.pathBandwidth`);
}

// src/deployment/attached.ts
function unplacedOn(machine, options) {
  return candidates(options).flatMap((tier2) => {
    const because2 = tier2.placeable ? whyNotAttached(tier2, machine) : tier2.notPlacedBecause;
    return because2 === void 0 ? [] : [{ option: tier2.id, because: because2 }];
  });
}
function candidates({ devices: _, ...options }) {
  return tiers({ ...options, basis: options.basis ?? "component" }).filter(({ medium: medium2 }) => medium2 !== "hbm");
}
function whyNotAttached(tier2, { name, hostBandwidth }) {
  if (tier2.medium !== "lpddr" || tier2.kind !== "part" || !tier2.placeable || tier2.path === void 0) return void 0;
  return link(tier2.path).pathBandwidth === hostBandwidth ? void 0 : `${tier2.id} is the memory of another host than that of ${name}.`;
}
function pathOf(tier2, { hostBandwidth, hostIsGiven, networkBandwidth: networkBandwidth2 }, devices2) {
  if (!tier2.placeable) return {};
  if (tier2.kind === "service")
    return networkBandwidth2 === void 0 ? {} : { pathBandwidth: devices2 * networkBandwidth2 };
  if (tier2.path === void 0) return {};
  const own = hostIsGiven ? Number.POSITIVE_INFINITY : link(tier2.path).pathBandwidth;
  return { pathBandwidth: devices2 * Math.min(own, hostBandwidth ?? Number.POSITIVE_INFINITY) };
}

// src/deployment/layout.ts
var attentionLayouts = ["tensor", "data", "context"];
var widths2 = ["tensorParallel", "pipelineStages", "expertParallel"];
function devicesAsked({ tensorParallel, pipelineStages = 1, expertParallel: expertParallel2 }) {
  if (tensorParallel === void 0 && expertParallel2 === void 0) return void 0;
  return Math.max(tensorParallel ?? 1, expertParallel2 ?? 1) * pipelineStages;
}
function wholeLayout(devices2, asked3, subject, scaleUpDevices, devicesAreGiven = true) {
  for (const name of widths2) if (asked3[name] !== void 0) wholeIn2(asked3[name], `layout.${name}`);
  const attention2 = oneOf(asked3.attention ?? "tensor", attentionLayouts, "layout.attention");
  const { pipelineStages, expertParallel: expertParallel2 = 1 } = asked3;
  const stage = pipelineStages === void 0 ? void 0 : stageOf2(devices2, pipelineStages);
  const tensorParallel = asked3.tensorParallel ?? widest(stage ?? devices2, attention2, subject, stage ?? scaleUpDevices);
  const wide = Math.max(tensorParallel, expertParallel2);
  const whole5 = { tensorParallel, expertParallel: expertParallel2, attention: attention2, pipelineStages: pipelineStages ?? devices2 / wide };
  checkNested(whole5);
  checkProduct(whole5, devices2);
  checkHeads(whole5, subject, devicesAreGiven ? devices2 : void 0);
  checkSeams(whole5, subject);
  return whole5;
}
function stageOf2(devices2, stages2) {
  if (devices2 % stages2 === 0) return devices2 / stages2;
  throw new Refusal(
    `layout.pipelineStages ${stages2} does not divide the ${devices2} devices: take ${nearest(stages2, (n) => devices2 % n === 0)}.`
  );
}
function widest(devices2, attention2, subject, most3) {
  for (let width2 = Math.min(devices2, most3); width2 > 1; width2--) {
    if (devices2 % width2 === 0 && undivided(width2, attention2, subject) === void 0) return width2;
  }
  return 1;
}
function checkNested({ tensorParallel, expertParallel: expertParallel2 }) {
  const [narrow, wide] = [Math.min(tensorParallel, expertParallel2), Math.max(tensorParallel, expertParallel2)];
  if (wide % narrow === 0) return;
  const near = nearest(expertParallel2, (width2) => width2 % tensorParallel === 0 || tensorParallel % width2 === 0);
  throw new Refusal(
    `layout.expertParallel ${expertParallel2} and layout.tensorParallel ${tensorParallel} do not share a stage, where one must divide the other: take expertParallel ${near}.`
  );
}
function checkProduct(layout, devices2) {
  const product2 = devicesOf(layout);
  if (product2 === devices2 && Number.isInteger(layout.pipelineStages)) return;
  const [wide, stages2] = [devicesOfStage(layout), layout.pipelineStages];
  const near = nearest(wide, (width2) => devices2 % width2 === 0);
  throw new Refusal(
    `The layout takes ${wide} times ${Number.isInteger(stages2) ? stages2 : stages2.toFixed(2)} devices, not ${devices2}: make it ${near} wide in ${devices2 / near} stages, or leave devices out.`
  );
}
function checkHeads({ tensorParallel, attention: attention2 }, subject, devices2) {
  const heads = undivided(tensorParallel, attention2, subject);
  if (heads === void 0) return;
  const divides = (width2) => (devices2 === void 0 || devices2 % width2 === 0) && undivided(width2, attention2, subject) === void 0;
  const near = nearest(tensorParallel, divides);
  throw new Refusal(
    `layout.tensorParallel ${tensorParallel} does not divide ${heads} of ${subject.name}: take ${near}.`
  );
}
function undivided(width2, attention2, { architecture }) {
  if (architecture === void 0 || attention2 === "data") return void 0;
  for (const { queries, caches: caches2 } of architecture.layers) {
    if (queries !== void 0 && queries.heads % width2 !== 0) return `the ${queries.heads} query heads`;
    for (const cache of caches2) {
      if (cache.keeps !== "entries" || cache.entry.holds !== "keysAndValues") continue;
      const { heads } = cache.entry;
      if (heads % width2 !== 0 && width2 % heads !== 0) return `the ${heads} key/value heads`;
    }
  }
  return void 0;
}
function checkSeams({ pipelineStages, expertParallel: expertParallel2 }, { name, architecture }) {
  if (architecture === void 0) return;
  const { layers: layers2 } = architecture;
  if (pipelineStages > layers2.length) {
    throw new Refusal(`layout.pipelineStages is ${pipelineStages} but ${name} has ${layers2.length} layers: take fewer.`);
  }
  if (expertParallel2 === 1 || layers2.some(({ weights: weights2 }) => weights2.some(({ role }) => role === "experts"))) return;
  throw new Refusal(`layout.expertParallel is ${expertParallel2} but ${name} has no experts: leave it out.`);
}
function nearest(asked3, does) {
  const from = Math.max(1, Math.round(asked3));
  for (let far = 0; far < from; far++) {
    if (does(from + far)) return from + far;
    if (does(from - far)) return from - far;
  }
  return 1;
}

// src/deployment/operating.ts
var weightFormats = { bf16: 2, fp8: 1, fp4: 0.5 };
function operatingAt(architecture, point2) {
  const { context: context2, batch: batch2 = 1, newTokens = 1, layout, kv, weights: weights2 } = point2;
  const precision2 = { kv, ...weights2 !== void 0 && { weights: weightFormats[weights2] } };
  const step = workAt(architecture, { context: context2, batch: batch2, newTokens, layout, precision: precision2 });
  const decode = newTokens === 1 ? step : workAt(architecture, { context: context2, batch: batch2, layout, precision: precision2 });
  const prefill = workAt(architecture, { context: 0, newTokens: context2, layout, precision: precision2 });
  const plain2 = { ...quantitiesOf(architecture, kv) };
  const perToken2 = plain2.bytesPerToken ?? 0;
  plain2.bytesPerParam = decode.weightBytes / (plain2.totalParams ?? 1);
  const bytesPerToken2 = decode.sequenceBytes / context2;
  return {
    plain: plain2,
    atContext: {
      bytesPerToken: bytesPerToken2,
      sequenceBytes: decode.sequenceBytes,
      sequenceBytesKept: decode.sequenceBytesKept,
      weightBytesKept: decode.weightBytesKept,
      prefillFlops: prefill.tokenFlops
    },
    step,
    prefill,
    notes: [
      ...bytesPerToken2 === perToken2 ? [] : [sharedNote(decode.sequenceBytes, context2)],
      ...decode.notes.filter((note) => /copied|repeated/.test(note))
    ]
  };
}
var known5 = /* @__PURE__ */ new WeakMap();
function quantitiesOf(architecture, kv) {
  const byDtype = known5.get(architecture) ?? {};
  known5.set(architecture, byDtype);
  byDtype[kv] ??= quantities2(architecture, { kvDtype: kv });
  return byDtype[kv];
}
var sharedNote = (bytes2, context2) => `bytesPerToken is the ${formatQuantity(bytes2, "B")} that a sequence of ${context2} tokens holds, windows and states included, shared among its tokens.`;

// src/deployment/store.ts
var tierUnits = {
  tierCapacity: "B",
  tierBandwidth: "B/s",
  tierPrice: "USD/s",
  purchasePrice: "USD",
  lifetime: "s",
  power: "W",
  energyPrice: "USD/J",
  driveWritesPerDay: "1/s",
  ratedWorkload: "B/s",
  retention: "s",
  drives: "1",
  pathBandwidth: "B/s",
  holdPrice: "USD/(B*s)",
  retrievePrice: "USD/B",
  writePrice: "USD/B"
};
var names6 = Object.keys(tierUnits);
function storesOf(options, machine, links, own = {}) {
  const { tiers: tiers2, drives = {}, ...dated } = options;
  const stores = tiers2 === void 0 ? everyStore(dated, machine, links) : tiers2.map((part3) => storeOf(part3, dated, machine, links));
  const ids = stores.map(({ id }) => id);
  const twice = ids.find((id, i) => ids.indexOf(id) !== i);
  if (twice !== void 0) throw new Refusal(`tiers has ${twice} twice: give one of them an id of its own.`);
  const unknown3 = Object.keys(drives).find((id) => !ids.includes(id));
  if (unknown3 !== void 0) throw unknownName("tier in drives", unknown3, ids);
  return {
    stores: stores.map((store) => changed(changed(store, ofEvery(store, own)), countOf(drives[store.id], store.id))),
    unplaced: tiers2 === void 0 ? unplacedOn(machine, dated) : []
  };
}
function everyStore(dated, machine, links) {
  return candidates(dated).filter((one5) => one5.placeable && whyNotAttached(one5, machine) === void 0).map((one5) => fromRecord(one5, {}, machine, links));
}
var shared = ["lifetime", "energyPrice", "driveWritesPerDay", "ratedWorkload"];
function ofEvery(store, own) {
  return Object.fromEntries(
    shared.flatMap((name) => store[name] === void 0 || own[name] === void 0 ? [] : [[name, own[name]]])
  );
}
var countOf = (drives, id) => drives === void 0 ? {} : { drives: wholeIn2(drives, `drives of ${id}`) };
function changed(store, changes2) {
  return { ...store, ...changes2, known: { ...store.known, ...givenIn(changes2) } };
}
function storeOf(part3, dated, machine, links) {
  if (typeof part3 === "string") return fromRecord(placeable(part3, dated, machine), {}, machine, links);
  if ("facts" in part3) return fromRecord(part3, part3, machine, links);
  if (!("like" in part3)) return ofNumbers(part3);
  const { like, id = like } = part3;
  return { ...fromRecord(placeable(like, dated, machine), part3, machine, links), id };
}
function placeable(id, dated, machine) {
  const found2 = tier(id, { ...dated, basis: dated.basis ?? "component" });
  const why = found2.placeable ? whyNotAttached(found2, machine) : found2.notPlacedBecause;
  if (why !== void 0) throw new Refusal(why);
  if (found2.medium === "hbm") throw new Refusal(`${id} is HBM, which every placement has: leave it out of tiers.`);
  return found2;
}
function fromRecord(record3, changes2, machine, links) {
  if (!record3.placeable) throw new Refusal(record3.notPlacedBecause);
  const own = amountsIn(record3, record3.id);
  const different2 = Object.fromEntries(
    Object.entries(amountsIn(changes2, record3.id)).filter(([name, value]) => own[name] !== value)
  );
  return {
    ...pathOf(record3, machine, links),
    ...own,
    ...different2,
    id: record3.id,
    name: record3.name,
    basis: record3.basis,
    record: record3,
    known: { ...factsOf2(record3), ...givenIn(different2) }
  };
}
function factsOf2(record3) {
  return Object.fromEntries(Object.entries(record3.facts).map(([name, fact]) => [name, knownFact(fact)]));
}
function ofNumbers(part3) {
  const own = amountsIn(part3, part3.id);
  return { name: part3.id, ...own, id: part3.id, basis: part3.basis ?? "given", known: givenIn(own) };
}
function amountsIn(part3, id) {
  const fields3 = part3;
  const amounts2 = Object.fromEntries(
    names6.flatMap((name) => {
      const amount2 = fields3[name];
      return amount2 === void 0 ? [] : [[name, amountIn(amount2, tierUnits[name], `${name} of ${id}`)]];
    })
  );
  if (amounts2.drives !== void 0) wholeIn2(amounts2.drives, `drives of ${id}`);
  return amounts2;
}
function givenIn(amounts2) {
  return Object.fromEntries(
    Object.entries(amounts2).flatMap(
      ([name, value]) => value === void 0 ? [] : [[name, { value, unit: tierUnits[name], ...given3 }]]
    )
  );
}

// src/deployment/subject.ts
var read37 = /* @__PURE__ */ new WeakMap();
function subjectOf(part3) {
  if (typeof part3 === "string") return named3(model(part3));
  if ("architecture" in part3) return named3(part3);
  if (Array.isArray(part3.layers)) return ofArchitecture(part3, "what readConfig read");
  if ("model_type" in part3 || "architectures" in part3)
    return ofArchitecture(archOf(part3), "the config given");
  const given4 = numbersIn(part3);
  if (given4.bytesPerToken === void 0) throw noModel(part3);
  return { name: "a model of numbers", given: given4, origin: { source: "given" } };
}
function archOf(config) {
  const known7 = read37.get(config);
  if (known7 !== void 0) return known7;
  const fresh = readConfig(config);
  read37.set(config, fresh);
  return fresh;
}
function named3(record3) {
  const { id, name, architecture, source: source14, asOf, note, doubtful: doubtful2 = [] } = record3;
  const title = source14?.title ?? "what readConfig read";
  return {
    name: id ?? name ?? architecture.model ?? "a model",
    architecture,
    given: changedIn(record3, id),
    origin: {
      source: doubtful2.length > 0 && note !== void 0 ? `${title} (${note})` : title,
      ...source14 !== void 0 && source14.url !== "" && { url: source14.url },
      ...asOf !== void 0 && { asOf }
    }
  };
}
function changedIn(record3, id) {
  if (id === void 0) return {};
  const own = { ...model(id) };
  return Object.fromEntries(Object.entries(numbersIn(record3)).filter(([name, value]) => own[name] !== value));
}
function ofArchitecture(architecture, source14) {
  return { name: architecture.model ?? `a ${architecture.family} model`, architecture, given: {}, origin: { source: source14 } };
}
function noModel(part3) {
  const has = Object.keys(part3).slice(0, 4).join(", ");
  return new Refusal(
    `The model has ${has === "" ? "nothing" : has}: expected a catalogue id, a config.json (with its model_type), what readConfig returns, or numbers with bytesPerToken.`
  );
}
function numbersIn(record3) {
  return Object.fromEntries(
    Object.entries(record3).filter(
      (entry) => typeof entry[1] === "number" && isVocabulary(entry[0])
    )
  );
}
var isVocabulary = (name) => Object.hasOwn(inputs, name) || Object.hasOwn(equations, name);

// src/deployment/read/fields.ts
var isRecord2 = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
function brief2(value) {
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (isRecord2(value)) return "an object";
  return JSON.stringify(value) ?? "nothing";
}
var text = (value, at) => {
  if (typeof value === "string" && value !== "") return value;
  throw new Refusal(`${at} is ${brief2(value)}: expected text.`);
};
var whole3 = (value, at) => {
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= 1) return value;
  throw new Refusal(`${at} is ${brief2(value)}: expected a whole number, 1 or more.`);
};
function oneOf2(names7) {
  return (value, at) => {
    const found2 = names7.find((name) => name === value);
    if (found2 !== void 0) return found2;
    throw new Refusal(`${at} is ${brief2(value)}: ${hint(String(value), names7)}`);
  };
}
function fields(readers) {
  return (value, at) => {
    if (!isRecord2(value))
      throw new Refusal(`${at} is ${brief2(value)}: expected an object with ${listed2(Object.keys(readers))}.`);
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => {
        const here = at === "" ? name : `${at}.${name}`;
        const reader = Object.hasOwn(readers, name) ? readers[name] : void 0;
        if (reader === void 0) throw new Refusal(`${here} is not a field here: ${hint(name, Object.keys(readers))}`);
        return [name, reader(inner, here)];
      })
    );
  };
}
function list(reader) {
  return (value, at) => {
    if (!Array.isArray(value)) throw new Refusal(`${at} is ${brief2(value)}: expected a list.`);
    return value.map((inner, i) => reader(inner, `${at}[${i}]`));
  };
}
function amount(unit3) {
  return (value, at) => {
    if (typeof value !== "number" && typeof value !== "string") {
      throw new Refusal(`${at} is ${brief2(value)}: expected a number, or text with a unit.`);
    }
    const read38 = typeof value === "number" ? value : parseQuantity(value, unit3, at);
    if (read38 < 0) throw new Refusal(`${at} is ${brief2(value)}: expected a quantity that is not negative.`);
    const example = priceExample(unit3, `${value}`.trim());
    if (example === void 0 || !(Number(value) > 0)) return value;
    const name = at.slice(at.lastIndexOf(".") + 1);
    throw new Refusal(`${at} is ${value} without a unit, which a price needs: write "${name}": "${example}".`);
  };
}
var priceExamples = {
  "USD/s": "/h",
  USD: "",
  "USD/J": "/kWh",
  "USD/B": "/GB",
  "USD/(B*s)": "/(GB*month)",
  "USD/token": "/Mtoken"
};
function priceExample(unit3, bare2) {
  const per = priceExamples[unit3];
  if (per === void 0) return /USD/.test(unit3) ? `${bare2} ${unit3}` : void 0;
  return `$${bare2}${per}`;
}
var named4 = (value, at) => {
  if (!isRecord2(value)) throw new Refusal(`${at} is ${brief2(value)}: expected an object of numbers by name.`);
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => {
      if (isVocabulary(name)) return [name, amount(unitOf(name))(inner, `${at}.${name}`)];
      throw new Refusal(`${at}.${name} is not a quantity: ${hint(name, Object.keys({ ...inputs, ...equations }))}`);
    })
  );
};
function hint(asked3, names7) {
  const near = nearestNames(asked3, names7);
  return near.length > 0 ? `did you mean ${near.join(" or ")}?` : `expected ${listed2(names7)}.`;
}
var listed2 = (names7) => names7.length > 20 ? `one of ${names7.length} names such as ${names7.slice(0, 3).join(", ")}` : names7.join(", ");

// src/deployment/read/index.ts
var bases = ["component", "owned", "rented"];
var amounts = (units2) => Object.fromEntries(Object.entries(units2).map(([name, unit3]) => [name, amount(unit3)]));
function part2(ids, units2) {
  const inside2 = fields({ id: text, like: (value, at) => oneOf2(ids())(value, at), ...amounts(units2) });
  return (value, at) => {
    if (Array.isArray(value))
      throw new Refusal(`${at} is ${brief2(value)}: expected one, such as ${JSON.stringify(value[0] ?? ids()[0])}.`);
    return isRecord2(value) ? inside2(value, at) : oneOf2(ids())(value, at);
  };
}
var link2 = (value, at) => isRecord2(value) ? fields({ pathBandwidth: amount("B/s") })(value, at) : oneOf2(linkIds())(value, at);
var efficiency = (value, at) => isRecord2(value) ? fields({ mfu: amount("1") })(value, at) : oneOf2(["ideal", "calibrated"])(value, at);
var counts = (value, at) => {
  if (!isRecord2(value)) throw new Refusal(`${at} is ${brief2(value)}: expected numbers of parts by tier.`);
  return Object.fromEntries(Object.entries(value).map(([id, count3]) => [id, whole3(count3, `${at}.${id}`)]));
};
var schema2 = {
  model: text,
  accelerator: part2(acceleratorIds, machineUnits),
  devices: whole3,
  layout: fields({
    tensorParallel: whole3,
    pipelineStages: whole3,
    expertParallel: whole3,
    attention: oneOf2(attentionLayouts)
  }),
  precision: fields({ weights: oneOf2(Object.keys(weightFormats)), kv: oneOf2(kvDtypes) }),
  tiers: list((value, at) => {
    const read38 = part2(tierIds, tierUnits)(value, at);
    if (isRecord2(read38) && read38.id === void 0 && read38.like === void 0) {
      throw new Refusal(
        `${at} has no name: give it an "id", and "like" with a tier of the catalogue where it is like one.`
      );
    }
    return read38;
  }),
  drives: counts,
  links: fields({ host: link2, network: link2 }),
  basis: oneOf2(bases),
  asOf: text,
  efficiency,
  set: named4
};

// src/deployment/context.ts
function conversationOf(subject, asked3, accepted) {
  if (asked3 === void 0) return usual(subject);
  wholeIn2(asked3, "context");
  return { known: { value: asked3, unit: "token", ...given3 }, notes: beyond(subject, asked3, accepted) };
}
function usual({ architecture }) {
  const { note: _, ...fact } = knownFact(assumption2("usualContext"));
  const limit = architecture?.contextLimit?.tokens ?? Number.POSITIVE_INFINITY;
  if (limit >= fact.value)
    return {
      known: { ...fact, source: "default" },
      notes: [`The conversation has ${tokens(fact.value)}, since no context was given.`]
    };
  const says6 = `The conversation has ${tokens(limit)}, all that this model was made for, since no context was given.`;
  return { known: { ...fact, value: limit, source: "the model's longest context" }, notes: [says6] };
}
function beyond({ name, architecture }, context2, accepted) {
  const limit = architecture?.contextLimit;
  if (limit === void 0 || context2 <= limit.tokens) return [];
  const { tokens: most3, stretched = most3 } = limit;
  if (context2 <= stretched) {
    return [
      `${tokens(context2)} are beyond the ${tokens(most3)} of ${name}, within the ${tokens(stretched)} of its rope factor.`
    ];
  }
  if (accepted) return [`${tokens(context2)} are beyond the ${tokens(most3)} that ${name} was made for, as accepted.`];
  throw new Refusal(
    `A context of ${tokens(context2)} is beyond the ${tokens(stretched)} that ${name} was made for: take at most ${stretched}, or accept it (acceptContext, --accept-context).`
  );
}
var tokens = (count3) => `${formatNumber(count3, 15)} tokens`;

// src/deployment/defaults.ts
var usual2 = { stall: 0, reuses: 1, fill: 1, bandwidthUse: 1, memoryShare: 1, capitalCost: 0, pue: 1, waitPrice: 0 };
function usualNumbers(efficiency2) {
  return {
    ...knownAs(usual2, { source: "default" }),
    // A bound leaves out what a machine that does better need not pay.
    landing: { value: efficiency2 === "ideal" ? 0 : 1, unit: "1", source: "default" },
    mfu: mfuOf(efficiency2),
    requestTime: { ...knownFact(assumption2("requestTime")), source: "default" }
  };
}
function mfuOf(efficiency2 = "calibrated") {
  if (efficiency2 === "ideal") return { value: 1, unit: "1", source: "ideal: the peak itself, a bound" };
  if (efficiency2 === "calibrated" || efficiency2.mfu === void 0) {
    return { ...knownFact(assumption2("mfu")), source: "default" };
  }
  return { value: amountIn(efficiency2.mfu, "1", "efficiency.mfu"), unit: "1", ...given3 };
}

// src/deployment/modelNumbers.ts
var ofPrefill2 = ["activeParams", "layers", "queryHeads", "headDim", "forwardFlops", "attentionFlops"];
var kvOf = ({ precision: precision2 }) => precision2?.kv ?? "bf16";
function modelNumbers(asked3, layout, { batch: batch2 = 1, newTokens = 1 } = {}) {
  const { subject, deployment, own, context: context2 } = asked3;
  const { architecture, origin } = subject;
  if (architecture === void 0) return { known: {}, step: {}, notes: [] };
  const { precision: precision2 } = deployment;
  const kv = kvOf(deployment);
  const weights2 = precision2?.weights;
  const operating = operatingAt(architecture, { context: context2, batch: batch2, newTokens, layout, kv, ...weights2 && { weights: weights2 } });
  const stored2 = `a KV cache in ${kv}, ${precision2?.kv === void 0 ? "the default" : "as given"}`;
  const { plain: plain2, atContext, notes } = operating;
  const isGiven = (names7) => names7.some((name) => own[name] !== void 0);
  const mine = isGiven(ofPrefill2) && own.prefillFlops === void 0;
  const { prefillFlops: prefillFlops3, weightBytesKept: weightBytesKept3, ...bytes2 } = atContext;
  const derived = {
    ...!isGiven(["totalParams", "bytesPerParam"]) && { weightBytesKept: weightBytesKept3 },
    ...!isGiven(["bytesPerToken"]) && bytes2
  };
  const { weightBytesRead: weightBytesRead2, sequenceBytesRead: sequenceBytesRead2, places: places2, tokenFlops: tokenFlops2, passFlops: passFlops2 } = operating.step;
  const ofStep = {
    ...{ batch: batch2, passLength: newTokens, places: places2 },
    ...!isGiven(["totalParams", "bytesPerParam"]) && { weightBytesRead: weightBytesRead2 },
    ...!isGiven(["bytesPerToken"]) && { sequenceBytesRead: sequenceBytesRead2 },
    ...!isGiven([...ofPrefill2, "attentionSlowdown"]) && { tokenFlops: tokenFlops2, passFlops: passFlops2 }
  };
  return {
    operating,
    step: knownAs(ofStep, {
      ...origin,
      source: `derived from ${origin.source}: a step of ${batch2} x ${newTokens} tokens after ${context2}`
    }),
    known: {
      ...knownAs(plain2, origin),
      ...knownAs({ bytesPerElement: plain2.bytesPerElement ?? 0 }, { source: stored2 }),
      ...weights2 && knownAs({ bytesPerParam: plain2.bytesPerParam ?? 0 }, { source: `weights in ${weights2}, as given` }),
      ...knownAs(derived, { ...origin, source: `derived from ${origin.source} at ${context2} tokens, with ${stored2}` }),
      ...!mine && prefillFlops3 !== void 0 && knownAs(
        { prefillFlops: prefillFlops3 },
        { ...origin, source: `derived from ${origin.source}: mean over a prompt of ${context2} tokens` }
      )
    },
    notes: mine ? [...notes, "The arithmetic follows from what was set, as if every layer attended to all tokens."] : notes
  };
}

// src/deployment/devices.ts
var most2 = 4096;
function devicesFor(asked3) {
  const { deployment, own } = asked3;
  const said2 = deployment.devices ?? own.devices;
  if (said2 !== void 0) return { devices: wholeIn2(said2, "devices"), known: { value: said2, unit: "1", ...given3 } };
  const product2 = devicesAsked(deployment.layout ?? {});
  if (product2 !== void 0) {
    return {
      devices: wholeIn2(product2, "devices"),
      known: { value: product2, unit: "1", source: "as many as the layout takes" }
    };
  }
  const count3 = Math.max(assumption2("conversations").value, asked3.batch);
  const devices2 = fewestDevices(asked3, count3);
  const source14 = `the fewest on which the weights and ${count3} conversations of ${formatNumber(asked3.context, 15)} tokens fit`;
  return { devices: devices2, known: { value: devices2, unit: "1", source: source14 } };
}
function refuseUnfit(asked3, devices2, layout) {
  const { own, machine, subject, context: context2, batch: batch2 } = asked3;
  const { memoryCapacity: memoryCapacity2 } = own;
  const load = loadOn(asked3, devices2, layout, batch2);
  if (memoryCapacity2 === void 0 || load === void 0 || load.weights + load.cache <= memoryCapacity2) return;
  const holds = `${devices2} x ${machine.name} ${devices2 === 1 ? "holds" : "hold"} ${formatQuantity(memoryCapacity2, "B")}${devices2 === 1 ? "" : " each"}`;
  const more = suggestion(asked3, batch2, devices2);
  if (load.weights >= memoryCapacity2) {
    throw new Refusal(
      `The weights of ${subject.name} do not fit: ${holds}, and ${formatQuantity(load.weights, "B")} of weights fall to one: ${more}.`
    );
  }
  const what = `${batch2 === 1 ? "A conversation" : `${formatNumber(batch2, 15)} conversations`} of ${formatNumber(context2, 15)} tokens`;
  throw new Refusal(
    `${what} ${batch2 === 1 ? "does" : "do"} not fit beside the weights of ${subject.name}: ${holds}, of which the weights leave ${formatQuantity(memoryCapacity2 - load.weights, "B")} for ${formatQuantity(load.cache, "B")} of cache: ${more}.`
  );
}
function suggestion(asked3, batch2, devices2) {
  try {
    const { devices: _, layout: __, ...deployment } = asked3.deployment;
    const { devices: ___, ...own } = asked3.own;
    const enough3 = fewestDevices({ ...asked3, deployment, own }, batch2);
    return enough3 > devices2 ? `give ${enough3} devices` : "give more devices, or a layout that cuts them";
  } catch (error) {
    if (error instanceof Refusal) return "give more devices";
    throw error;
  }
}
function fewestDevices(asked3, count3) {
  const { own, machine, deployment, subject } = asked3;
  const { memoryCapacity: memoryCapacity2 } = own;
  if (memoryCapacity2 === void 0) throw unknownDevices();
  for (const devices2 of sizes(machine.scaleUpDevices)) {
    const layout = layoutIfAny(() => wholeLayout(devices2, deployment.layout ?? {}, subject, machine.scaleUpDevices));
    if (layout === void 0) continue;
    const load = loadOn(asked3, devices2, layout, count3);
    if (load === void 0) throw unknownDevices();
    if (load.weights + load.cache <= memoryCapacity2) return devices2;
  }
  throw new Refusal(
    `Up to ${formatNumber(most2, 15)} devices of ${formatQuantity(memoryCapacity2, "B")} do not hold ${subject.name} and ${count3} conversations of ${formatNumber(asked3.context, 15)} tokens: give devices and a layout that cuts them.`
  );
}
function* sizes(scaleUpDevices) {
  for (let n = 1; n < scaleUpDevices; n *= 2) yield n;
  for (let n = scaleUpDevices; n <= most2; n += scaleUpDevices) yield n;
}
function layoutIfAny(make) {
  try {
    return make();
  } catch (error) {
    if (error instanceof Refusal) return void 0;
    throw error;
  }
}
var unknownDevices = () => new Refusal(
  "The number of devices cannot be chosen without totalParams, bytesPerParam and memoryCapacity: give devices."
);
function loadOn(asked3, devices2, layout, batch2) {
  const { subject, deployment, own, context: context2 } = asked3;
  const { architecture } = subject;
  if (architecture === void 0) return loadOfNumbers(own, context2 * batch2, devices2);
  const weights2 = deployment.precision?.weights;
  const precision2 = { kv: kvOf(deployment), ...weights2 && { weights: weightFormats[weights2] } };
  const work = workAt(architecture, { context: context2, batch: batch2, layout, precision: precision2 });
  const bytes2 = work.sequenceBytes / context2;
  return {
    weights: work.weightBytesPerDevice * (givenWeights(own, work.weightBytes) / work.weightBytes),
    cache: work.cacheBytesPerDevice * (bytes2 === 0 ? 1 : (own.bytesPerToken ?? bytes2) / bytes2)
  };
}
function givenWeights(own, shipped) {
  const { totalParams: totalParams2, bytesPerParam: bytesPerParam2 } = own;
  return totalParams2 !== void 0 && bytesPerParam2 !== void 0 ? totalParams2 * bytesPerParam2 : shipped;
}
function loadOfNumbers({ totalParams: totalParams2, bytesPerParam: bytesPerParam2, bytesPerToken: bytesPerToken2 = 0 }, tokens2, devices2) {
  if (totalParams2 === void 0 || bytesPerParam2 === void 0) return void 0;
  return { weights: totalParams2 * bytesPerParam2 / devices2, cache: tokens2 * bytesPerToken2 / devices2 };
}

// src/deployment/resolve.ts
function resolve(deployment, point2 = {}) {
  refuseUnknown(deployment);
  const { model: model2, accelerator: accelerator2 } = deployment;
  if (model2 === void 0) throw new Refusal("The deployment has no model: give a catalogue id, or a config.json.");
  if (accelerator2 === void 0)
    throw new Refusal("The deployment has no accelerator: give a catalogue id, such as h100-sxm.");
  const subject = subjectOf(model2);
  const machine = machineOf(accelerator2, deployment);
  const set = amountsOf(deployment.set ?? {});
  const own = { ...machine.known, ...knownAs({ ...subject.given, ...set }, given3) };
  const { known: context2, notes } = conversationOf(subject, point2.context ?? set.context, point2.acceptContext ?? false);
  const { batch: batch2 = 1 } = point2;
  const asked3 = { deployment, subject, machine, own: valuesOf(own), context: context2.value, batch: batch2 };
  const { devices: devices2, known: devicesKnown } = devicesFor(asked3);
  const isGiven = devicesKnown.source === given3.source;
  const layout = wholeLayout(devices2, deployment.layout ?? {}, subject, machine.scaleUpDevices, isGiven);
  refuseUnfit(asked3, devices2, layout);
  const brought = modelNumbers(asked3, layout, point2);
  const provenance = {
    ...{ ...usualNumbers(deployment.efficiency), ...brought.known, ...own },
    ...{ context: context2, devices: devicesKnown }
  };
  const links = linksOf(layout, brought.operating?.step.copies ?? 1);
  const { stores: tiers2, unplaced } = storesOf(deployment, machine, links, set);
  const { architecture } = subject;
  const chosen3 = [...notes, ...layoutNotes(layout), ...linkNotes(links, devices2)];
  return {
    ...{ kind: "deployment", model: subject.name, accelerator: machine.name, devices: devices2, layout },
    ideal: deployment.efficiency === "ideal",
    ...{ numbers: checkedNumbers(valuesOf(provenance)), provenance, step: brought.step },
    ...{ tiers: tiers2, unplaced, machine },
    notes: [...chosen3, ...brought.notes, ...architecture?.notes ?? []],
    ...architecture && { architecture },
    ...brought.operating && { operating: brought.operating }
  };
}
function layoutNotes({ tensorParallel, pipelineStages, expertParallel: expertParallel2, attention: attention2 }) {
  const parts2 = [
    tensorParallel > 1 ? `matrices are cut over ${tensorParallel} devices` : "",
    expertParallel2 > 1 ? `experts are spread over ${expertParallel2}` : "",
    pipelineStages > 1 ? `layers lie in ${pipelineStages} stages` : "",
    attention2 === "data" ? "a sequence lives on one device of its group" : "",
    attention2 === "context" ? "the cache is cut along the context" : ""
  ].filter((part3) => part3 !== "");
  return parts2.length === 0 ? [] : [`Layout: ${parts2.join(", ")}.`];
}
var linksOf = (layout, copies) => devicesOf(layout) / groupsOf(layout) / copies;
var linkNotes = (links, devices2) => links === devices2 ? [] : [
  `Every device loads what it keeps of a cache over its own link: as quick as ${formatNumber(links)} of ${devices2} links.`
];
var fields2 = {
  ...{ model: true, accelerator: true, devices: true, layout: true, precision: true, tiers: true, drives: true },
  ...{ links: true, basis: true, asOf: true, efficiency: true, set: true }
};
function refuseUnknown(deployment) {
  const unknown3 = Object.keys(deployment).find((name) => !Object.hasOwn(fields2, name));
  if (unknown3 !== void 0) throw unknownName("field of a deployment", unknown3, Object.keys(fields2));
}

// src/placement/question.ts
var asked2 = [
  ...["mfu", "stall", "reuses", "fill", "memoryShare", "requestTime", "pathBandwidth"],
  ...["landing", "bandwidthUse", "capitalCost", "pue", "waitPrice", "hitShare"]
];
var askingFields = [
  ...asked2,
  ...["holdTime", "deadline", "attention", "writes", "ratings", "stage", "memory", "equations"],
  ...["parallel", "compress"]
];
function settled(question) {
  if ("deployment" in question) return sameContext(question);
  const { set = {}, context: context2, acceptContext, ...rest2 } = question;
  const [own, others] = splitSet(set, question.equations);
  const entries = Object.entries(rest2);
  const asking = entries.filter(([name]) => askingFields.includes(name));
  const deployed = entries.filter(([name]) => !askingFields.includes(name));
  const deployment = resolve(
    { ...Object.fromEntries(deployed), set: others },
    { ...context2 !== void 0 && { context: context2 }, ...acceptContext !== void 0 && { acceptContext } }
  );
  return { ...Object.fromEntries(asking), set: own, deployment };
}
function sameContext(question) {
  const { context: context2, deployment } = question;
  const resolvedAt = deployment.numbers.context;
  if (context2 === void 0 || context2 === resolvedAt) return question;
  throw new Refusal(
    `The deployment was resolved at a context of ${resolvedAt} tokens, not ${context2}: resolve it at the context of the question.`
  );
}
function splitSet(set, equations2 = {}) {
  const leaves = new Set(Object.values(equations2).flatMap((equation2) => equation2.leaves));
  const isOwn = ([name, value]) => leaves.has(name) && !isVocabulary(name) && typeof value === "number";
  const entries = Object.entries(set);
  return [
    Object.fromEntries(entries.filter(isOwn)),
    Object.fromEntries(entries.filter((entry) => !isOwn(entry)))
  ];
}
var ratingsIn = ({ ratings, deployment }) => ratings ?? (deployment.ideal ? "endurance" : "on");
function inputsOf(question) {
  const own = {};
  for (const name of asked2) if (question[name] !== void 0) own[name] = question[name];
  Object.assign(own, question.set);
  own.holdTime = question.holdTime;
  return { ...question.deployment.numbers, ...checkedNumbers(own) };
}
function refuseUnpriced({ deployment }, inputs2) {
  const { record: record3, asOf } = deployment.machine;
  const lacks = record3?.missing.find((name) => inputs2[name] === void 0);
  if (record3 === void 0 || lacks === void 0) return;
  const date = asOf === void 0 ? "" : ` by ${asOf}`;
  throw new Refusal(
    `The catalogue has no ${lacks} for ${record3.id}${date}: give --set ${lacks}=\u2026${lacks === "flops" ? "TFLOP/s" : "USD/h"}.`
  );
}

// src/placement/wait.ts
function waitOf(candidate, inputs2) {
  const seconds = secondsOf(candidate);
  const { waitPrice: waitPrice2 = 0, context: context2 = 1, reuses: reuses2 = 1 } = inputs2;
  if (waitPrice2 === 0 || seconds === void 0) return { seconds, cost: 0 };
  return { seconds, cost: reuses2 * waitCost({ waitPrice: waitPrice2, waitTime: seconds, context: context2 }) };
}
function secondsOf({ option, at, stage, waits }) {
  if (waits !== void 0) return waits;
  if (option === "hbm") return 0;
  if (option === "remat") return call(rematWait, at);
  if (!Number.isFinite(at.tierBandwidth)) return void 0;
  return call(
    stage === void 0 ? loadTime : stagedLoadTime,
    at.pathBandwidth === void 0 ? { ...at, pathBandwidth: Number.POSITIVE_INFINITY } : at
  );
}
function waitLimit(remat, deadline, waitPrice2 = 0) {
  if (deadline !== void 0) return { seconds: deadline, rule: "deadline" };
  if (waitPrice2 > 0) return { seconds: Number.POSITIVE_INFINITY, rule: "price" };
  return { seconds: remat ?? Number.POSITIVE_INFINITY, rule: "remat" };
}
var isInTime = (wait, { seconds, rule }) => wait === void 0 ? seconds === Number.POSITIVE_INFINITY && rule !== "price" : wait <= seconds;

// src/placement/candidates.ts
function candidatesOf(question, inputs2) {
  const { equations: equations2 = {}, attention: attention2 = "attend", deployment } = question;
  const counted2 = attention2 === "attend" ? inputs2 : withoutAttention(inputs2);
  const at = question.equations === void 0 ? neededNumbers(counted2) : counted2;
  const remat = rematCandidate(at, equations2);
  const { numbers, keeping, recomputes } = partialHits(question, inputs2, remat);
  const { hbm, effectiveStall: effectiveStall2 } = memoryOf(
    question,
    inputs2,
    numbers === void 0 ? at : { ...at, ...numbers },
    keeping
  );
  const waiting2 = { ...question.equations === void 0 ? waitingNumbers(at) : at, ...numbers };
  const money = moneyIn(inputs2);
  const stage = stageOf(question.stage, deployment.tiers, at, money);
  const terms = {
    free: question.writes === "free",
    endurance: question.ratings !== "off",
    workload: ratingsIn(question) === "on",
    ...{ money, effectiveStall: effectiveStall2, ...stage && { stage } }
  };
  const kept3 = [hbm, ...deployment.tiers.map((tier2) => tierCandidate(tier2, waiting2, keeping, terms))];
  return [
    ...recomputes ? kept3.map((candidate) => partlyHit(candidate, remat)) : kept3,
    ...furtherCandidates(question, waiting2, terms, remat),
    remat
  ];
}
function partialHits({ equations: equations2 = {}, parallel = false, compress }, { hitShare: hitShare2 = 1 }, remat) {
  if (hitShare2 === 1) return { keeping: equations2, recomputes: false };
  if (parallel || compress !== void 0)
    throw new Refusal("hitShare is asked together with parallel or compress: ask one of them at a time.");
  return {
    numbers: { hitShare: hitShare2, rematCost: rematCostOf(remat, equations2) },
    keeping: { keepCost: partialHitCost, ...equations2 },
    recomputes: equations2.keepCost === void 0
  };
}
function partlyHit(candidate, remat) {
  const { seconds } = waitOf(candidate, {});
  const both2 = seconds === void 0 ? void 0 : { ...remat.at, ...candidate.at, loadTime: seconds };
  return { ...candidate, recomputes: true, ...both2 && { waits: call(partialHitWait, both2) } };
}
function furtherCandidates(question, at, terms, remat) {
  const { equations: equations2 = {}, parallel = false, compress = {}, deployment } = question;
  const { tiers: tiers2 } = deployment;
  return [
    ...Object.entries(compress).flatMap(
      ([name, compression]) => tiers2.map((tier2) => compressedCandidate(name, compression, tier2, at, equations2, terms))
    ),
    ...parallel ? tiers2.flatMap((tier2) => parallelCandidate(tier2, at, equations2, terms, remat) ?? []) : []
  ];
}
function memoryOf({ memory = "all" }, inputs2, at, equations2) {
  const { sequenceBytesKept: kept3, context: context2 = 1 } = at;
  const inMemory = kept3 === void 0 ? at : { ...at, bytesPerToken: kept3 / context2 };
  if (typeof memory === "object") {
    const hbm = memoryPartCandidate(memory, inMemory, equations2, moneyIn(inputs2));
    const held = prepared2(holdPrice, equations2, hbm.bare)(hbm.bare);
    return { hbm, effectiveStall: effectiveStallAt({ ...at, memoryHoldPrice: held }, {}, equations2) };
  }
  const memoryHoldPrice2 = memory === "all" ? memoryHoldPrice : memoryHoldPriceAfterWeights;
  return {
    hbm: memoryCandidate({ holdPrice: memoryHoldPrice2 }, inMemory, equations2, "rented"),
    effectiveStall: effectiveStallAt(at, { memoryHoldPrice: memoryHoldPrice2 }, equations2)
  };
}
var withoutAttention = ({ prefillFlops: _, ...at }) => ({ ...at, attentionFlops: 0 });

// src/placement/line.ts
function lineOf(option, equation2, at) {
  const missing = equation2.leaves.filter((leaf) => leaf !== "holdTime" && at[leaf] === void 0);
  if (missing.length > 0)
    throw new Refusal(`The cost of ${option} needs ${missing.join(", ")}: expected numbers in base units.`);
  const ratio = rearranged(equation2);
  const bends = ratio === void 0 || ratio.under.slope(at) !== 0;
  if (bends)
    throw new Refusal(
      `${equation2.name} of ${option} is not a straight line in holdTime: use solve to find its crossovers.`
    );
  const under = ratio.under.intercept(at);
  const line = { option, once: ratio.over.intercept(at) / under, rate: ratio.over.slope(at) / under };
  if (!Number.isFinite(line.once) || !Number.isFinite(line.rate)) {
    throw new Refusal(`The cost of ${option} is not a finite number: check ${equation2.leaves.join(", ")}.`);
  }
  return line;
}
var known6 = /* @__PURE__ */ new WeakMap();
function rearranged(equation2) {
  let found2 = known6.get(equation2);
  if (found2 === void 0) {
    const ratio = ratioOf2(expand(equation2), "holdTime");
    found2 = ratio === void 0 ? "bends" : { over: runs(ratio.over), under: runs(ratio.under) };
    known6.set(equation2, found2);
  }
  return found2 === "bends" ? void 0 : found2;
}
function runs({ slope, intercept }) {
  return { slope: compiled(slope), intercept: compiled(intercept) };
}
function costAt({ once, rate }, holdTime2) {
  return once + rate * holdTime2;
}
function meetingTime(near, far) {
  const time2 = (far.once - near.once) / (near.rate - far.rate);
  return time2 > 0 && Number.isFinite(time2) ? time2 : void 0;
}

// src/placement/crossovers.ts
function crossoversOf(lines) {
  const tiers2 = {};
  const remat = {};
  lines.forEach((one5, i) => {
    for (const other of lines.slice(i + 1)) {
      const [near, far] = one5.rate >= other.rate ? [one5, other] : [other, one5];
      const time2 = meetingTime(near, far);
      if (time2 === void 0) continue;
      if (far.option === "remat") remat[near.option] = time2;
      else tiers2[`${near.option}->${far.option}`] = time2;
    }
  });
  return { tiers: tiers2, remat };
}

// src/placement/envelope.ts
function lowerEnvelope(lines) {
  const intervals = [];
  let current = cheapestAtZero(lines);
  let from = 0;
  while (current !== void 0) {
    const next = nextBelow(current, lines);
    const to = next?.at ?? null;
    if (to === null || to > from) intervals.push({ option: current.option, from, to });
    from = to ?? from;
    current = next?.line;
  }
  return intervals;
}
function cheapestAtZero(lines) {
  return lines.reduce((best, line) => {
    if (best === void 0 || line.once < best.once) return line;
    return line.once === best.once && line.rate < best.rate ? line : best;
  }, void 0);
}
function nextBelow(current, lines) {
  let next;
  for (const line of lines) {
    const at = line.rate < current.rate ? meetingTime(current, line) : void 0;
    if (at === void 0) continue;
    if (next === void 0 || at < next.at || at === next.at && line.rate < next.line.rate) next = { line, at };
  }
  return next;
}

// src/placement/fleet.ts
function fleetOf(candidate, wait, total2) {
  const { option, at, arm, rated = [] } = candidate;
  if (option === "remat") return { binding: "compute" };
  if (option === "hbm") return { fleet: { space: total2, reads: 0, total: total2 }, binding: "space" };
  const { tierPrice: tierPrice2, driveWritesPerDay: driveWritesPerDay2, ratedWorkload: ratedWorkload2 } = at;
  if (tierPrice2 === void 0) return { binding: "bytes" };
  const numbers = { ...at, arrivals: 1 };
  const parts2 = [
    ["space", call(spaceParts, numbers)],
    ["reads", call(arm ? armParts : readParts, numbers)],
    ...rated.includes("endurance") && driveWritesPerDay2 !== void 0 ? [["endurance", call(enduranceParts, numbers)]] : [],
    ...rated.includes("workload") && ratedWorkload2 !== void 0 && Number.isFinite(ratedWorkload2) ? [["workload", call(workloadParts, numbers)]] : []
  ];
  const [binding2, most3] = parts2.reduce((best, one5) => one5[1] > best[1] ? one5 : best);
  const costs = Object.fromEntries(parts2.map(([name, count3]) => [name, tierPrice2 * count3]));
  return {
    fleet: { ...costs, total: tierPrice2 * most3 + besideParts(candidate) + wait },
    binding: binding2
  };
}
function besideParts({ at, total: total2 }) {
  return total2({ ...at, tierPrice: 0 });
}

// src/placement/notes.ts
var priced = { all: "on all bytes of the device", "after-weights": "on the bytes left after the weights" };
function notesOf3(question, at, options, limit) {
  const { attention: attention2 = "attend", memory = "all", writes = "wear", deployment } = question;
  const ratings = ratingsIn(question);
  return [
    typeof memory === "string" ? `HBM is priced by the rent of whole devices, ${priced[memory]}.` : `HBM is priced as the part ${memory.id}.`,
    at.stall === 0 ? "Loads are hidden: no device waits (stall 0)." : `Loads stall ${at.stall} of the devices' time while they last.`,
    residencyNote(at.landing ?? 0),
    attention2 === "leave-out" ? "The attention term of rematerialization is left out." : "Rematerialization includes attention over the context.",
    writes === "free" ? "Writes are free." : ratings === "off" ? "Ratings are off: no endurance and no yearly workload is counted." : "Writing to flash costs the endurance it uses up, where a rating is known.",
    ...ratings === "on" ? ["Disks read and write no more in a year than they are rated for, where a rating is known."] : [],
    ...moneyNotes(at),
    ...unratedNote(options, deployment.tiers, ratings),
    ...retentionNote(deployment.tiers, at.holdTime ?? 0, ratings),
    ...stageNote(options),
    ...stripeNote(options),
    ...limitNote(options, limit),
    "Left out: queueing saved by a hit, contention, and host and network where no path is given."
  ];
}
function residencyNote(landing2) {
  if (landing2 === 0) return "The room in HBM that a landing cache takes is not counted.";
  const streams2 = landing2 === 1 ? "" : `, for ${formatNumber(landing2)} of the load since it streams in`;
  return `While it loads, a cache pays for the room in HBM it lands in${streams2}, unless stalled devices pay for more.`;
}
function moneyNotes({ capitalCost: capitalCost2 = 0, pue: pue2 = 1, fill: fill3 = 1, bandwidthUse: bandwidthUse2 = 1, waitPrice: waitPrice2 = 0 }) {
  const use = [
    ...fill3 < 1 ? [`${formatNumber(100 * fill3)} % of their space`] : [],
    ...bandwidthUse2 < 1 ? [`${formatNumber(100 * bandwidthUse2)} % of their bandwidth`] : []
  ];
  return [
    capitalCost2 === 0 ? "Money costs nothing: purchases are written off evenly over their life." : `What is bought is paid for with money at ${formatNumber(100 * capitalCost2)} % a year; what is rented is not.`,
    ...pue2 > 1 ? [`A joule in a machine takes ${formatNumber(pue2)} at the meter.`] : [],
    ...use.length > 0 ? [`Tiers are used to ${use.join(" and ")}.`] : [],
    ...waitPrice2 > 0 ? [`A second of a waiting user costs ${formatQuantity(waitPrice2, "USD/s")}.`] : []
  ];
}
function unratedNote(options, tiers2, ratings) {
  if (ratings === "off") return [];
  const raced = new Set(options.map(({ option }) => option));
  const unrated = tiers2.filter(
    ({ id, record: record3, driveWritesPerDay: driveWritesPerDay2, ratedWorkload: ratedWorkload2, holdPrice: holdPrice2 }) => raced.has(id) && holdPrice2 === void 0 && (driveWritesPerDay2 ?? ratedWorkload2) === void 0 && (record3 === void 0 || record3.medium === "flash" || record3.medium === "disk")
  );
  const names7 = unrated.map(({ id }) => id).join(", ");
  return names7 === "" ? [] : [`No rating is known of ${names7}: nothing limits what is written and read there.`];
}
function retentionNote(tiers2, holdTime2, ratings) {
  if (ratings === "off") return [];
  const short = tiers2.filter(({ retention }) => retention !== void 0 && retention < holdTime2);
  return short.map(
    ({ id, retention = 0 }) => `${id} is rated to keep bytes for ${formatDuration(retention)} without power: keep it on.`
  );
}
function stageNote(options) {
  const [stage] = options.flatMap((option) => option.stage === void 0 ? [] : [option.stage]);
  const staged = options.filter((option) => option.stage !== void 0).map(({ option }) => option);
  return stage === void 0 ? [] : [`Bytes from ${staged.join(", ")} land in ${stage} first.`];
}
function stripeNote(options) {
  const several = options.flatMap(({ option, drives }) => drives === void 0 ? [] : [`${drives} x ${option}`]);
  return several.length === 0 ? [] : [`Parts are read side by side: ${several.join(", ")}.`];
}
function limitNote(options, { seconds, rule }) {
  if (rule === "price") {
    const unknown3 = options.filter(({ inTime }) => !inTime).map(({ option }) => option);
    return unknown3.length === 0 ? [] : [`The wait for ${unknown3.join(", ")} is not known, so it cannot be priced.`];
  }
  if (options.every(({ inTime }) => inTime)) return [];
  return [
    rule === "deadline" ? "Options too slow for the deadline are left out of the race." : `Options slower than rematerializing (${formatDuration(seconds)}, the time of a request included) are left out of the race.`
  ];
}

// src/placement/shares.ts
var nothing = { hold: 0, retrieve: 0, residency: 0, write: 0, capital: 0, remat: 0 };
function sharesOf(candidate, total2) {
  const { parts: parts2, at, bare: bare2 } = candidate;
  if (parts2 === void 0) return { ...nothing, remat: total2 };
  const { sum: sum2 } = parts2;
  const alone = leavesOf(sum2, bare2);
  const together3 = sum2;
  const none = together3(alone);
  const share = (name, part3, numbers) => {
    alone[name] = bare2[name] ?? part3(numbers);
    const cost = together3(alone) - none;
    alone[name] = 0;
    return cost;
  };
  const hold = share("holdCost", parts2.hold, bare2);
  const retrieve = share("retrieveCost", parts2.retrieve, bare2);
  const write = share("writeCost", parts2.write, bare2);
  const landed = landedAt(candidate);
  const residency = landed === bare2 ? 0 : share("retrieveCost", parts2.retrieve, landed) - retrieve;
  const capital = at.tierPrice === bare2.tierPrice ? 0 : total2 - candidate.total(landed);
  const remat = candidate.recomputes ? none : 0;
  const other = total2 - (hold + retrieve + residency + write + capital + remat);
  return {
    ...{ hold, retrieve, residency, write, capital, remat },
    ...Math.abs(other) > 1e-12 * Math.abs(total2) && { other }
  };
}
function landedAt({ at, bare: bare2 }) {
  if (at.stall === bare2.stall && at.landing === bare2.landing) return bare2;
  return at.tierPrice === bare2.tierPrice ? at : { ...at, tierPrice: bare2.tierPrice };
}
function leavesOf(sum2, at) {
  const numbers = {};
  for (const name of sum2.leaves) numbers[name] = at[name];
  numbers.holdCost = 0;
  numbers.retrieveCost = 0;
  numbers.writeCost = 0;
  return numbers;
}

// src/placement/place.ts
function place(question) {
  const ready = settled(question);
  const { deployment } = ready;
  const inputs2 = inputsOf(ready);
  refuseUnpriced(ready, inputs2);
  refuseWeightless(inputs2);
  const candidates2 = candidatesOf(ready, inputs2);
  const unwaited = candidates2.map(({ option, total: total2, at }) => lineOf(option, total2, at));
  const waits = candidates2.map((candidate) => waitOf(candidate, inputs2));
  const lines = unwaited.map((line, i) => raised3(line, waits[i]?.cost ?? 0));
  const limit = waitLimit(waits.at(-1)?.seconds, question.deadline, inputs2.waitPrice);
  const perToken2 = candidates2.map(
    (candidate, i) => placed(candidate, costAt(unwaited[i], question.holdTime), waits[i], limit)
  );
  const intime = perToken2.filter(({ inTime }) => inTime);
  const racing = lines.filter((_, i) => perToken2[i]?.inTime);
  return {
    kind: "placement",
    holdTime: question.holdTime,
    inputs: inputs2,
    perToken: perToken2,
    best: cheapestOf(intime),
    cheapest: cheapestOf(perToken2),
    bestInFleet: cheapestOf(intime, ({ fleet, total: total2 }) => fleet?.total ?? total2),
    limit,
    envelope: lowerEnvelope(racing),
    cheapestEnvelope: lowerEnvelope(lines),
    crossovers: crossoversOf(lines),
    lines,
    notes: [...notesOf3(ready, inputs2, perToken2, limit), ...deployment.notes]
  };
}
var raised3 = (line, by) => by === 0 ? line : { ...line, once: line.once + by };
function refuseWeightless({ bytesPerToken: bytesPerToken2 }) {
  if (bytesPerToken2 !== 0) return;
  throw new Refusal(
    "bytesPerToken is 0: expected what a token of the cache weighs, windows and states shared among the tokens."
  );
}
function placed(candidate, unwaited, { seconds, cost }, limit) {
  const { option, basis, drives = 1, stage } = candidate;
  const total2 = unwaited + cost;
  return {
    option,
    basis,
    ...sharesOf(candidate, unwaited),
    wait: cost,
    total: total2,
    ...fleetOf(candidate, cost, total2),
    ...seconds !== void 0 && { loadTime: seconds },
    inTime: isInTime(seconds, limit),
    ...drives > 1 && { drives },
    ...stage !== void 0 && { stage }
  };
}
function cheapestOf(options, costOf = ({ total: total2 }) => total2) {
  return options.reduce((best, option) => costOf(option) < costOf(best) ? option : best).option;
}

// src/placement/replay/prices.ts
function pricesOf({ only, ...question }) {
  const asked3 = settled({ ...question, holdTime: 0, reuses: 1 });
  const placement = place(asked3);
  const unwritten = place({ ...asked3, writes: "free" });
  const tiers2 = placement.lines.filter(({ option }) => option !== "remat").map(({ option, rate, once }) => {
    const retrieve = onceOf(unwritten, option);
    return { tier: option, hold: rate, retrieve, write: once - retrieve };
  });
  const free = freeBytes(placement.inputs);
  return {
    tiers: chosen2(tiers2, only),
    ...rematPrices(asked3, placement),
    bytesPerToken: bytesPerTokenIn(placement),
    ...free !== void 0 && { freeMemory: free },
    // Here attention is counted by position, not over a context: the replay says so itself.
    notes: placement.notes.filter(
      (note) => !/^(Rematerialization includes attention|The attention term)|left out of the race/.test(note)
    )
  };
}
function rematPrices(asked3, placement) {
  const whole5 = onceOf(placement, "remat");
  if (asked3.attention === "leave-out") return { remat: whole5, attention: 0 };
  const { operating, numbers } = asked3.deployment;
  const linear = operating === void 0 || numbers.prefillFlops === void 0 ? place({ ...asked3, attention: "leave-out" }) : place({ ...asked3, set: { ...asked3.set, prefillFlops: operating.prefill.forwardFlops } });
  const remat = onceOf(linear, "remat");
  return { remat, attention: 2 * (whole5 - remat) / (placement.inputs.context ?? 1) };
}
function onceOf({ lines }, name) {
  return lines.find(({ option }) => option === name)?.once ?? 0;
}
function chosen2(tiers2, only) {
  if (only === void 0) return tiers2;
  return only.map((name) => {
    const found2 = tiers2.find(({ tier: tier2 }) => tier2 === name);
    if (found2 === void 0)
      throw unknownName(
        "tier",
        name,
        tiers2.map(({ tier: tier2 }) => tier2)
      );
    return found2;
  });
}
function bytesPerTokenIn({ inputs: inputs2 }) {
  const { bytesPerToken: bytesPerToken2 } = inputs2;
  if (bytesPerToken2 === void 0 || bytesPerToken2 === 0) {
    throw new Refusal("A replay needs bytesPerToken above 0: what one token of the cache weighs.");
  }
  return bytesPerToken2;
}
function freeBytes(inputs2) {
  const { devices: devices2, memoryCapacity: memoryCapacity2, weightBytesKept: weightBytesKept3, totalParams: totalParams2, bytesPerParam: bytesPerParam2 } = inputs2;
  if (devices2 === void 0 || memoryCapacity2 === void 0) return void 0;
  if (weightBytesKept3 === void 0 && (totalParams2 === void 0 || bytesPerParam2 === void 0)) return void 0;
  const free = call(freeMemory, inputs2);
  return free > 0 ? free : void 0;
}

// src/placement/buy/offers.ts
var manyDrives = 256;
var endless = 1e6;
function offersOf(question, { atMost = {} } = {}) {
  const asked3 = settled({ ...question, holdTime: 0, reuses: 1 });
  const prices = pricesOf(asked3);
  const { tiers: tiers2 } = asked3.deployment;
  for (const name of Object.keys(atMost)) checkLimit(name, atMost[name], tiers2);
  const offered = tiers2.map((tier2) => offerOf(asked3, tier2, prices.tiers, atMost[tier2.id] ?? endless));
  const late = tiers2.filter((_, i) => offered[i] === void 0).map(({ id }) => id);
  const memory = prices.tiers.find(({ tier: tier2 }) => tier2 === "hbm");
  const room = prices.freeMemory;
  return {
    offers: [
      ...memory && room ? [{ id: "hbm", hold: memory.hold, load: 0, write: 0, room }] : [],
      ...offered.filter((offer) => offer !== void 0)
    ],
    ...{ remat: prices.remat, attention: prices.attention, bytesPerToken: prices.bytesPerToken },
    notes: [
      ...prices.notes,
      ...late.length > 0 ? [`Too slow however many stand side by side: ${late.join(", ")}.`] : [],
      ...memory && !room ? ["What the weights leave of HBM is not known: nothing is kept there."] : []
    ]
  };
}
function offerOf(asked3, tier2, prices, most3) {
  const charged = prices.find((one5) => one5.tier === tier2.id);
  if (tier2.holdPrice !== void 0 && charged !== void 0) {
    return entryOf(asked3, { ...tier2, drives: 1 })?.inTime ? { id: tier2.id, hold: charged.hold, load: charged.retrieve, write: charged.write } : void 0;
  }
  const least2 = leastInTime(asked3, tier2);
  if (least2 === void 0) return void 0;
  const part3 = partOf(asked3, tier2, least2, most3);
  const bare2 = entryOf(asked3, { ...tier2, drives: least2, tierPrice: 0 });
  return {
    ...{ id: tier2.id, part: part3, hold: 0, load: bare2?.total ?? 0, write: 0 },
    ...tier2.pathBandwidth !== void 0 && { link: tier2.pathBandwidth }
  };
}
function partOf(asked3, tier2, least2, most3) {
  const { fill: fill3 = 1, bandwidthUse: bandwidthUse2 = 1, ...inputs2 } = inputsOf(asked3);
  const { tierCapacity: tierCapacity2, tierBandwidth: tierBandwidth2, driveWritesPerDay: driveWritesPerDay2, ratedWorkload: ratedWorkload2 } = tier2;
  if (tierCapacity2 === void 0 || tierBandwidth2 === void 0)
    throw new Refusal(`${tier2.id} needs tierCapacity and tierBandwidth to be bought by the piece.`);
  const ratings = ratingsIn(asked3);
  const wears = ratings !== "off" && asked3.writes !== "free" && driveWritesPerDay2 !== void 0;
  return {
    price: priceOf(tier2, moneyIn(inputs2)),
    capacity: tierCapacity2 * fill3,
    bandwidth: tierBandwidth2 * bandwidthUse2,
    arm: ratedWorkload2 !== void 0 || tier2.record?.medium === "disk",
    ...wears && { endurance: tierCapacity2 * driveWritesPerDay2 },
    ...ratings === "on" && ratedWorkload2 !== void 0 && { workload: ratedWorkload2 },
    least: least2,
    most: most3
  };
}
function leastInTime(asked3, tier2) {
  const inTime = (drives2) => entryOf(asked3, { ...tier2, drives: drives2 })?.inTime ?? false;
  if (!inTime(manyDrives)) return void 0;
  let drives = 1;
  while (!inTime(drives)) drives++;
  return drives;
}
var entryOf = (asked3, tier2) => {
  const deployment = { ...asked3.deployment, tiers: [tier2] };
  return place({ ...asked3, deployment }).perToken.find(({ option }) => option === tier2.id);
};
function checkLimit(name, limit, tiers2) {
  const names7 = tiers2.map(({ id }) => id);
  if (!names7.includes(name)) throw unknownName("tier", name, names7);
  if (!Number.isSafeInteger(limit) || limit < 0)
    throw new Refusal(`At most ${limit} of ${name}: expected a whole number of parts.`);
}

// src/placement/buy/plan.ts
var nothing2 = 1e-7;
function sharesIn({ demand, offers: { offers }, at }, plan) {
  const shares3 = offers.map((_, i) => {
    const parts2 = at.parts(i);
    const bought = parts2 === void 0 || plan[parts2] > 0.5;
    return demand.ages.map((_2, k) => {
      const share = bought ? plan[at.held(i, k)] : 0;
      return share < nothing2 ? 0 : Math.min(1, share);
    });
  });
  let before = 1;
  demand.ages.forEach((_, k) => {
    const kept3 = shares3.reduce((sum2, own) => sum2 + own[k], 0);
    const fit = kept3 > before ? before / kept3 : 1;
    for (const own of shares3) own[k] = own[k] * fit;
    before = Math.min(kept3, before);
  });
  return shares3;
}
function movesAt(shares3, k) {
  const change = shares3.map((own) => own[k] - own[k - 1]);
  const came = change.map((more) => Math.max(0, more));
  const fewer = change.map((more) => Math.max(0, -more));
  const [coming, going] = [came, fewer].map((all) => all.reduce((sum2, one5) => sum2 + one5, 0));
  const taken = going === 0 ? 0 : Math.min(1, coming / going);
  return { came, left: fewer.map((share) => share * taken) };
}
function cleaned(program, plan) {
  const { demand, offers, at } = program;
  const shares3 = sharesIn(program, plan);
  const clean = new Float64Array(program.columns.length);
  offers.offers.forEach((_, i) => {
    const own = shares3[i];
    const parts2 = at.parts(i);
    if (parts2 !== void 0) clean[parts2] = Math.round(plan[parts2]);
    demand.ages.forEach((_2, k) => {
      clean[at.held(i, k)] = own[k];
      clean[at.again(i, k)] = Math.max(0, own[0] - own[k]);
    });
  });
  for (let k = 1; k < demand.ages.length; k++) {
    const { left, came } = movesAt(shares3, k);
    offers.offers.forEach((_, i) => {
      clean[at.left(i, k)] = left[i];
      clean[at.came(i, k)] = came[i];
    });
  }
  return { shares: shares3, plan: clean };
}

// src/placement/buy/linear.ts
function entriesOf(terms) {
  const entries = /* @__PURE__ */ new Map();
  for (const [column, value] of terms) {
    if (value !== 0) entries.set(column, (entries.get(column) ?? 0) + value);
  }
  return entries;
}

// src/placement/buy/program.ts
var penalty = 1e4;
function programOf(demand, offers, { promised = 0 } = {}) {
  const { columns, at } = columnsOf2(demand, offers);
  const program = { columns, rows: [], at, demand, offers };
  return { ...program, rows: [...flowRows(program), ...promiseRows(program, promised), ...yearlyRows(program)] };
}
function columnsOf2(demand, { offers, ...prices }) {
  const bins = demand.ages.length;
  const columns = [];
  const first = { held: 0, left: 0, came: 0, again: 0, broken: 0, parts: 0 };
  const share = (kind, i, k, cost) => {
    columns.push({ name: `${kind} ${i} ${k}`, cost, lower: 0, upper: 1 });
  };
  const perSecond = 1 / demand.duration;
  const saved = demand.ages.map((_, k) => passSaved({ demand, offers: { offers, ...prices } }, k));
  const each = (kind, cost) => {
    first[kind] = columns.length;
    offers.forEach((offer, i) => {
      for (let k = 0; k < bins; k++) share(kind, i, k, cost(offer, k) * perSecond);
    });
  };
  const came = demand.ageing.map(total);
  const firsts = total(demand.first);
  const back = demand.returned.map(({ tokens: tokens2 }) => tokens2);
  each("held", (offer, k) => {
    const kept3 = offer.hold * total(demand.waiting[k]) + offer.load * back[k];
    return kept3 + (k === 0 ? offer.write * firsts : 0) - saved[k] * demand.duration;
  });
  each("left", () => 0);
  each("came", (offer, k) => offer.write * came[k]);
  each("again", (offer, k) => offer.write * back[k]);
  first.broken = columns.length;
  const everything2 = saved.reduce((sum2, one5) => sum2 + one5, 0);
  for (let k = 0; k < bins; k++) share("broken", 0, k, penalty * everything2 + 1);
  const parts2 = offers.map(({ id, part: part3 }) => {
    if (part3 === void 0) return void 0;
    columns.push({
      name: `parts ${id}`,
      cost: part3.price,
      lower: 0,
      upper: Math.min(part3.most, enough2(part3, demand, prices))
    });
    return columns.length - 1;
  });
  const at = (kind) => (i, k) => first[kind] + i * bins + k;
  return {
    columns,
    at: {
      ...{ held: at("held"), left: at("left"), came: at("came"), again: at("again") },
      ...{ broken: (k) => first.broken + k, parts: (i) => parts2[i] }
    }
  };
}
var passCost = ({ demand, offers: { remat, attention: attention2 } }, { tokens: tokens2, pairs }) => (remat * tokens2 + attention2 * pairs) / demand.duration;
var passSaved = (program, k) => passCost(program, program.demand.returned[k] ?? { tokens: 0, pairs: 0 });
function enough2(part3, demand, { bytesPerToken: bytesPerToken2 }) {
  const { waiting: waiting2, returning, ageing, first, seconds, duration } = demand;
  let [space, moved2, all] = [0, 0, 0];
  for (let t = 0; t <= seconds; t++) {
    const at = (rows) => rows.reduce((sum2, row) => sum2 + row[t], 0);
    const moves = first[t] + 2 * at(returning) + 2 * at(ageing);
    space = Math.max(space, at(waiting2));
    moved2 = Math.max(moved2, moves);
    all += moves;
  }
  const { capacity, bandwidth: bandwidth2, endurance = Infinity, workload = Infinity } = part3;
  const yearly = all / duration / Math.min(endurance, workload);
  return Math.ceil(bytesPerToken2 * Math.max(space / capacity, moved2 / bandwidth2, yearly)) + part3.least;
}
function* flowRows({ demand, offers: { offers }, at }) {
  const bins = demand.ages.map((_, k) => k);
  const many = offers.map((_, i) => i);
  for (const k of bins) {
    yield { entries: entriesOf(many.map((i) => [at.held(i, k), 1])), atMost: 1 };
    for (const i of many)
      yield {
        entries: entriesOf([
          [at.held(i, 0), 1],
          [at.held(i, k), -1],
          [at.again(i, k), -1]
        ]),
        atMost: 0
      };
    if (k === 0) continue;
    for (const i of many) {
      const moves = [
        [at.left(i, k), 1],
        [at.came(i, k), -1]
      ];
      yield { entries: entriesOf([[at.held(i, k), 1], [at.held(i, k - 1), -1], ...moves]), atMost: 0 };
    }
    const [left, came] = [at.left, at.came].map((column) => many.map((i) => column(i, k)));
    yield {
      entries: entriesOf([...(came ?? []).map((c) => [c, 1]), ...(left ?? []).map((c) => [c, -1])]),
      atMost: 0,
      equal: true
    };
  }
}
function* promiseRows({ demand, offers: { offers }, at }, promised) {
  for (const [k, age] of demand.ages.entries()) {
    if (age >= promised) return;
    const kept3 = offers.map((_, i) => [at.held(i, k), -1]);
    yield { entries: entriesOf([...kept3, [at.broken(k), -1]]), atMost: -1, about: { tier: "", supply: "promise" } };
  }
}
function* yearlyRows(program) {
  const { demand, offers, at } = program;
  const sums = sumsOf(demand);
  for (const [i, { id, part: part3 }] of offers.offers.entries()) {
    const parts2 = at.parts(i);
    if (part3 === void 0 || parts2 === void 0) continue;
    const rated = { endurance: part3.endurance, workload: part3.workload };
    for (const supply of ["endurance", "workload"]) {
      const rate = rated[supply];
      if (rate === void 0) continue;
      const share = offers.bytesPerToken / (demand.duration * rate);
      const writes = writesInto(program, i, sums);
      const moved2 = supply === "workload" ? [...writes, ...readsFrom(program, i, sums)] : writes;
      yield {
        entries: entriesOf([...moved2.map(([column, tokens2]) => [column, tokens2 * share]), [parts2, -1]]),
        atMost: 0,
        about: { tier: id, supply }
      };
    }
  }
}
var momentOf = (demand, t) => ({
  first: demand.first[t],
  waiting: demand.waiting.map((row) => row[t]),
  returning: demand.returning.map((row) => row[t]),
  ageing: demand.ageing.map((row) => row[t])
});
var sumsOf = (demand) => ({
  first: total(demand.first),
  waiting: demand.waiting.map(total),
  returning: demand.returning.map(total),
  ageing: demand.ageing.map(total)
});
var heldIn = ({ at }, i, { waiting: waiting2 }) => waiting2.map((tokens2, k) => [at.held(i, k), tokens2]);
var readsFrom = ({ at }, i, { returning, ageing }) => [
  ...returning.map((tokens2, k) => [at.held(i, k), tokens2]),
  ...ageing.slice(1).map((tokens2, k) => [at.left(i, k + 1), tokens2])
];
var writesInto = ({ at }, i, { first, returning, ageing }) => [
  [at.held(i, 0), first],
  ...returning.map((tokens2, k) => [at.again(i, k), tokens2]),
  ...ageing.slice(1).map((tokens2, k) => [at.came(i, k + 1), tokens2])
];
var total = (row) => row.reduce((sum2, one5) => sum2 + one5, 0);

// src/placement/buy/bound.ts
var unit2 = 1074n;
var bytes = new DataView(new ArrayBuffer(8));
function provenBound(columns, rows, prices) {
  const reduced2 = columns.map(({ cost }) => whole4(cost) << unit2);
  let sum2 = 0n;
  rows.forEach(({ entries, atMost, equal }, i) => {
    const price = equal ? prices[i] : Math.min(0, prices[i]);
    if (price === 0 || !Number.isFinite(price)) return;
    const exact2 = whole4(price);
    sum2 += exact2 * whole4(atMost);
    for (const [column, value] of entries) reduced2[column] = reduced2[column] - exact2 * whole4(value);
  });
  let least2 = sum2 << unit2;
  columns.forEach(({ lower, upper }, j) => {
    const rest2 = reduced2[j];
    least2 += rest2 * whole4(rest2 < 0n ? upper : lower);
  });
  return below(toNumber(fraction(least2, 1n << 3n * unit2)));
}
function whole4(value) {
  if (!Number.isFinite(value)) throw new RangeError(`${value} is not a finite number.`);
  bytes.setFloat64(0, value);
  const bits4 = bytes.getBigUint64(0);
  const exponent = bits4 >> 52n & 0x7ffn;
  const digits = bits4 & 0xfffffffffffffn;
  const size2 = exponent === 0n ? digits : (digits | 0x10000000000000n) << exponent - 1n;
  return bits4 >> 63n === 1n ? -size2 : size2;
}
function below(value) {
  if (value === 0) return -Number.MIN_VALUE;
  bytes.setFloat64(0, value);
  bytes.setBigInt64(0, bytes.getBigInt64(0) + (value > 0 ? -1n : 1n));
  return bytes.getFloat64(0);
}

// src/placement/buy/usage.ts
function usageOf({ demand, offers, at }, plan) {
  const { waiting: waiting2, returning, ageing, first, seconds } = demand;
  const row = () => new Float64Array(seconds + 1);
  return offers.offers.map((_, i) => {
    const [space, loads, reads, writes] = [row(), row(), row(), row()];
    const add2 = (to, from, share2) => {
      const by = share2 * offers.bytesPerToken;
      if (from === void 0 || by === 0) return;
      for (let t = 0; t < to.length; t++) to[t] = to[t] + by * from[t];
    };
    const share = (column) => plan[column];
    add2(writes, first, share(at.held(i, 0)));
    for (const k of demand.ages.keys()) {
      add2(space, waiting2[k], share(at.held(i, k)));
      add2(loads, returning[k], share(at.held(i, k)));
      add2(writes, returning[k], share(at.again(i, k)));
      if (k === 0) continue;
      add2(reads, ageing[k], share(at.left(i, k)));
      add2(writes, ageing[k], share(at.came(i, k)));
    }
    for (let t = 0; t < reads.length; t++) reads[t] = reads[t] + loads[t];
    return { space, reads, writes, loads };
  });
}

// src/placement/buy/seconds.ts
var margin = 1e-6;
var tolerance = margin / 10;
var atATime = 4;
function overfull(program, plan, known7) {
  return fillings(program, plan).flatMap(
    ({ tier: tier2, supply, filled: filled2 }) => peaks(filled2, 1 - margin + tolerance).map((second2) => ({ tier: tier2, supply, second: second2 })).filter((about) => !known7.has(nameOf(about))).map((about) => secondRow(program, about))
  );
}
function fillings(program, plan) {
  const { offers } = program.offers;
  const usages = usageOf(program, plan);
  const limited = offers.flatMap(({ id, part: part3, room }, i) => {
    const { space, reads, writes } = usages[i];
    if (part3 === void 0)
      return room === void 0 ? [] : [{ tier: id, supply: "space", filled: over(space, room) }];
    const parts2 = plan[program.at.parts(i)];
    const moved2 = part3.arm ? reads.map((bytes2, t) => bytes2 + writes[t]) : reads;
    return [
      { tier: id, supply: "space", filled: over(space, parts2 * part3.capacity) },
      { tier: id, supply: "reads", filled: over(moved2, parts2 * part3.bandwidth) }
    ];
  });
  return [...limited, ...linkFilled(program, usages)];
}
function linkFilled({ offers: { offers }, demand }, usages) {
  if (!offers.some(({ link: link3 }) => link3 !== void 0)) return [];
  const filled2 = new Float64Array(demand.seconds + 1);
  offers.forEach(({ link: link3 }, i) => {
    if (link3 === void 0) return;
    const { loads } = usages[i];
    for (let t = 0; t < filled2.length; t++) filled2[t] = filled2[t] + loads[t] / link3;
  });
  return [{ tier: "", supply: "link", filled: filled2 }];
}
var nameOf = ({ tier: tier2, supply, second: second2 }) => `${tier2} ${supply} ${second2}`;
function secondRow(program, about) {
  const { offers, bytesPerToken: bytesPerToken2 } = program.offers;
  const moment = momentOf(program.demand, about.second ?? 0);
  const scaled2 = (terms, by) => terms.map(([column, tokens2]) => [column, tokens2 * bytesPerToken2 / by]);
  if (about.supply === "link") {
    const loads = offers.flatMap(
      ({ link: link3 }, i2) => link3 === void 0 ? [] : scaled2(loadsFrom(program, i2, moment), link3)
    );
    return { entries: entriesOf(loads), atMost: 1 - margin, about };
  }
  const i = offers.findIndex(({ id }) => id === about.tier);
  const { part: part3, room = 0 } = offers[i];
  if (part3 === void 0)
    return { entries: entriesOf(scaled2(heldIn(program, i, moment), room)), atMost: 1 - margin, about };
  const used = about.supply === "space" ? scaled2(heldIn(program, i, moment), part3.capacity) : scaled2([...readsFrom(program, i, moment), ...part3.arm ? writesInto(program, i, moment) : []], part3.bandwidth);
  return { entries: entriesOf([...used, [program.at.parts(i), margin - 1]]), atMost: 0, about };
}
var loadsFrom = ({ at }, i, { returning }) => returning.map((tokens2, k) => [at.held(i, k), tokens2]);
var over = (bytes2, there) => bytes2.map((used) => used === 0 ? 0 : there > 0 ? used / there : Number.POSITIVE_INFINITY);
function peaks(filled2, limit) {
  const found2 = [];
  const apart = Math.ceil(filled2.length / 50);
  const full = [...filled2.keys()].filter((t) => filled2[t] > limit);
  for (const t of full.sort((a, b) => filled2[b] - filled2[a])) {
    if (found2.length === atATime) break;
    if (found2.every((other) => Math.abs(other - t) >= apart)) found2.push(t);
  }
  return found2;
}

// src/placement/buy/relaxation.ts
function relaxations(program, solver) {
  const rows = [...program.rows];
  const known7 = /* @__PURE__ */ new Set();
  solver.add(rows);
  const solve2 = (limits2) => {
    for (const [column, [lower, upper]] of limits2) solver.bounds(column, lower, upper);
    for (; ; ) {
      const solved = solver.solve();
      if (solved === void 0) return void 0;
      const more = overfull(program, solved.at, known7);
      if (more.length === 0)
        return { ...solved, bound: provenBound(within(program.columns, limits2), rows, solved.prices) };
      for (const { about } of more) if (about) known7.add(nameOf(about));
      rows.push(...more);
      solver.add(more);
    }
  };
  return { solve: solve2, rows };
}
var within = (columns, limits2) => columns.map((column, j) => {
  const [lower, upper] = limits2.get(j) ?? [column.lower, column.upper];
  return { ...column, lower, upper };
});

// src/placement/buy/solver.ts
var loading;
async function solverOf(columns) {
  loading ??= import("highs").then(({ default: load }) => load());
  const highs = await loading;
  const model2 = highs.createModel();
  model2.options.set({ output_flag: false, presolve: "off", random_seed: 1 });
  const empty = { indices: [], values: [] };
  for (const { cost, lower, upper } of columns) model2.addCol(cost, lower, upper, empty);
  const { optimal, infeasible } = highs.constants.modelStatus;
  return {
    add(rows) {
      for (const { entries, atMost, equal } of rows)
        model2.addRow(equal ? atMost : -highs.infinity, atMost, {
          indices: [...entries.keys()],
          values: [...entries.values()]
        });
    },
    bounds: (column, lower, upper) => void model2.changeColBounds(column, lower, upper),
    solve() {
      model2.run();
      const status = model2.getModelStatus();
      if (status === infeasible) return void 0;
      if (status !== optimal) throw new Refusal(`The solver stopped with status ${status}: expected an optimum.`);
      const { colValue, rowDual } = model2.getSolution();
      return { cost: model2.getObjectiveValue(), at: colValue, prices: rowDual };
    },
    close: () => model2.dispose()
  };
}

// src/placement/buy/search.ts
var firstNodes = 60;
async function search(program, options = {}) {
  const solver = await solverOf(program.columns);
  try {
    return searched(program, relaxations(program, solver), options);
  } finally {
    solver.close();
  }
}
function searched(program, { solve: solve2, rows }, options) {
  const { gap = 1e-4, branches = 400 } = options;
  const whole5 = wholeParts(program);
  const relaxed = solve2(whole5.all);
  if (relaxed === void 0) throw new RangeError("No purchase satisfies the program.");
  let best;
  const offer = (found2) => {
    if (found2 !== void 0 && whole5.branchAt(found2.at) === void 0 && found2.cost < (best?.cost ?? Number.POSITIVE_INFINITY))
      best = found2;
  };
  offer(solve2(whole5.rounded(relaxed.at)));
  const open2 = [{ limits: whole5.all, bound: relaxed.bound }];
  let nodes = 0;
  let proved = Number.POSITIVE_INFINITY;
  const closeEnough = (bound2) => best !== void 0 && bound2 >= best.cost - gap * Math.abs(best.cost);
  while (open2.length > 0) {
    open2.sort((a, b) => b.bound - a.bound);
    const { limits: limits2, bound: bound2 } = open2.pop();
    if (closeEnough(bound2) || nodes >= branches) {
      proved = Math.min(proved, bound2);
      break;
    }
    nodes++;
    const found2 = solve2(limits2);
    if (found2 === void 0) continue;
    const branch = whole5.branchAt(found2.at);
    if (nodes <= firstNodes) offer(solve2(whole5.rounded(found2.at)));
    if (branch === void 0) {
      offer(found2);
      proved = Math.min(proved, found2.bound);
      continue;
    }
    for (const [lower, upper] of branch.sides) {
      const [least2, most3] = limits2.get(branch.column);
      if (Math.max(lower, least2) > Math.min(upper, most3)) continue;
      const side = new Map(limits2).set(branch.column, [Math.max(lower, least2), Math.min(upper, most3)]);
      open2.push({ limits: side, bound: Math.max(bound2, found2.bound) });
    }
  }
  if (best === void 0) throw new RangeError("No whole number of parts was found.");
  return { plan: best.at, cost: best.cost, bound: Math.min(proved, best.cost), relaxed, rows, nodes };
}
function wholeParts({ columns, offers, at }) {
  const parts2 = offers.offers.flatMap(({ part: part3 }, i) => {
    const column = at.parts(i);
    return part3 === void 0 || column === void 0 ? [] : [{ column, least: part3.least }];
  });
  const rounding = 1e-6;
  const all = new Map(
    parts2.map(({ column }) => {
      const { lower, upper } = columns[column];
      return [column, [lower, upper]];
    })
  );
  return {
    all,
    /** Up to the next whole number. */
    rounded: (plan) => new Map(
      parts2.map(({ column, least: least2 }) => {
        const count3 = Math.ceil(plan[column] - rounding);
        const bought = count3 === 0 ? 0 : Math.max(count3, least2);
        return [column, [bought, bought]];
      })
    ),
    branchAt(plan) {
      for (const { column, least: least2 } of parts2) {
        const count3 = plan[column];
        if (count3 > rounding && count3 < least2 - rounding)
          return {
            column,
            sides: [
              [0, 0],
              [least2, Number.MAX_VALUE]
            ]
          };
        const down = Math.floor(count3 + rounding);
        if (Math.abs(count3 - Math.round(count3)) > rounding)
          return {
            column,
            sides: [
              [0, down],
              [down + 1, Number.MAX_VALUE]
            ]
          };
      }
      return void 0;
    }
  };
}

// src/placement/buy/short.ts
var kept2 = 1e-6;
async function refuseShort(program, plan, { promised = 0 }) {
  const { demand, at } = program;
  if (!demand.ages.some((_, k) => plan[at.broken(k)] > kept2)) return;
  const columns = program.columns.map((column) => ({ ...column, cost: column.name.startsWith("broken") ? 1 : 0 }));
  const solver = await solverOf(columns);
  try {
    const elastic = relaxations({ ...program, columns }, solver);
    const found2 = elastic.solve(/* @__PURE__ */ new Map());
    if (found2 === void 0) return;
    const binding2 = elastic.rows.map(({ about }, i) => ({ about, price: Math.abs(found2.prices[i]) })).filter(({ about, price }) => about !== void 0 && about.supply !== "promise" && price > 0).sort((a, b) => b.price - a.price)[0]?.about;
    throw new Refusal(
      `No purchase keeps every cache for ${formatDuration(promised)}: ${because(program, found2.at, binding2)}`
    );
  } finally {
    solver.close();
  }
}
function because(program, plan, binding2) {
  const { offers, demand } = program;
  if (offers.offers.length === 0 || binding2 === void 0) return "no tier loads in time, and there is no room in HBM.";
  const i = offers.offers.findIndex(({ id }) => id === binding2.tier);
  const parts2 = program.at.parts(i);
  const limit = parts2 === void 0 ? "" : `of which ${formatNumber(program.columns[parts2]?.upper ?? 0)} can be had at most, `;
  const [second2, bytes2] = worst(program, plan);
  const what = { space: "room", reads: "bandwidth", link: "link" }[binding2.supply] ?? binding2.supply;
  const where = binding2.tier === "" ? "the host" : binding2.tier;
  const { ages } = demand;
  return `the ${what} of ${where}, ${limit}is full at ${formatDuration(binding2.second ?? 0)} into the trace; at ${formatDuration(second2)} ${formatQuantity(bytes2, "B")} find no place${ages.length > 0 ? "." : ""}`;
}
function worst({ demand, offers, at }, plan) {
  let [second2, most3] = [0, 0];
  for (let t = 0; t <= demand.seconds; t++) {
    const homeless = demand.waiting.reduce(
      (sum2, row, k) => sum2 + row[t] * plan[at.broken(k)],
      0
    );
    if (homeless > most3) [second2, most3] = [t, homeless];
  }
  return [second2, most3 * offers.bytesPerToken];
}

// src/placement/buy/why.ts
function whyOf({ offers, at }, { relaxed, rows }, i) {
  const { id, part: part3 } = offers.offers[i];
  const column = at.parts(i);
  if (part3 === void 0 || column === void 0) return void 0;
  const worth = /* @__PURE__ */ new Map();
  relaxed.prices.forEach((price, row) => {
    const { about, entries } = rows[row] ?? {};
    if (about?.tier !== id || about.supply === "promise") return;
    worth.set(about.supply, (worth.get(about.supply) ?? 0) + price * (entries?.get(column) ?? 0));
  });
  const all = [...worth.values()].reduce((sum2, one5) => sum2 + one5, 0);
  if (!(all > 0)) return void 0;
  const [binding2, most3] = [...worth].reduce((best, one5) => one5[1] > best[1] ? one5 : best);
  return {
    binding: binding2,
    shares: Object.fromEntries([...worth].map(([supply, one5]) => [supply, one5 / all])),
    shadowPrice: most3 / unitsOf(part3, binding2)
  };
}
function unitsOf({ capacity, bandwidth: bandwidth2, endurance = 1, workload = 1 }, supply) {
  const units2 = { space: capacity, reads: bandwidth2, endurance, workload };
  return units2[supply] ?? 1;
}

// src/placement/buy/buy.ts
async function buy(demand, question, options = {}) {
  const offers = offersOf(question, options);
  refuseTooShort(demand, offers);
  const program = programOf(demand, offers, options);
  const found2 = await search(program, options);
  await refuseShort(program, found2.relaxed.at, options);
  return purchaseOf(program, found2);
}
function purchaseOf(program, found2) {
  const { demand, offers } = program;
  const { shares: shares3, plan } = cleaned(program, found2.plan);
  const tiers2 = offers.offers.map((_, i) => tierOf(program, plan, shares3, i, whyOf(program, found2, i)));
  const parts2 = tiers2.reduce((sum2, tier2) => sum2 + tier2.parts, 0);
  const charges = tiers2.reduce((sum2, tier2) => sum2 + tier2.charges, 0);
  const kept3 = (k) => shares3.reduce((sum2, own) => sum2 + own[k], 0);
  const remat = demand.returned.reduce((sum2, _, k) => sum2 + Math.max(0, 1 - kept3(k)) * passSaved(program, k), 0);
  const anew = demand.returned.reduce((sum2, _, k) => sum2 + passSaved(program, k), 0);
  const total2 = parts2 + charges + remat;
  const bound2 = Math.min(total2, found2.bound + anew);
  return {
    kind: "purchase",
    tiers: tiers2,
    cost: { parts: parts2, charges, remat, total: total2 },
    ...{ compulsory: passCost(program, demand.compulsory), nothing: anew, bound: bound2 },
    gap: total2 === 0 ? 0 : (total2 - bound2) / total2,
    relaxed: found2.relaxed.cost + anew,
    ...{ ages: demand.ages, shares: shares3, offers, branches: found2.nodes },
    notes: [...demand.notes, ...offers.notes]
  };
}
function tierOf(program, plan, shares3, i, why) {
  const { demand, offers, at } = program;
  const { id, part: part3 } = offers.offers[i];
  const own = shares3[i];
  const column = at.parts(i);
  const count3 = column === void 0 ? void 0 : plan[column];
  const back = demand.returned.reduce((sum2, { tokens: tokens2 }) => sum2 + tokens2, 0);
  const here = demand.returned.reduce((sum2, { tokens: tokens2 }, k) => sum2 + tokens2 * own[k], 0);
  const used = own.flatMap((share, k) => share > 0 ? [k] : []);
  const [first, last] = [used[0], used.at(-1)];
  return {
    tier: id,
    ...count3 !== void 0 && { count: count3 },
    parts: (count3 ?? 0) * (part3?.price ?? 0),
    charges: chargesOf(program, plan, i, own),
    share: back === 0 ? 0 : here / back,
    from: first === void 0 ? 0 : demand.ages[first],
    until: last === void 0 ? 0 : demand.ages[last + 1] ?? demand.seconds,
    most: Math.max(0, ...own),
    ...why && count3 && { why }
  };
}
function chargesOf({ columns, at, ...program }, plan, i, own) {
  const cost = (column) => (columns[column]?.cost ?? 0) * plan[column];
  return own.reduce((sum2, share, k) => {
    const columnsOfAge = [at.held, at.left, at.came, at.again].map((kind) => kind(i, k));
    return sum2 + columnsOfAge.reduce((all, column) => all + cost(column), 0) + share * passSaved(program, k);
  }, 0);
}
var leastTrace = 60;
function refuseTooShort({ duration }, { offers }) {
  const rated = offers.find(({ part: part3 }) => part3?.endurance !== void 0 || part3?.workload !== void 0);
  if (duration >= leastTrace || rated === void 0) return;
  throw new Refusal(
    `The trace lasts ${formatDuration(duration)}: too short to say what a year writes to ${rated.id}. Give a minute at least, or leave ratings out.`
  );
}

// src/placement/replay/blockSizes.ts
function blockSizes(trace, { tokens: tokens2 = "whole", attention: attention2 = false } = {}) {
  const { blockTokens } = trace;
  const exact2 = tokens2 === "exact";
  if (!exact2 && !attention2) {
    return { tokens: () => blockTokens, pairs: () => 0 };
  }
  const start = new Int32Array(trace.uniqueBlocks);
  const length = new Int32Array(trace.uniqueBlocks).fill(blockTokens);
  for (let i = trace.block.length - 1; i >= 0; i--) {
    const block = trace.block[i];
    const from = trace.position[i] * blockTokens;
    start[block] = from;
    if (exact2) length[block] = tokensAt(trace, i);
  }
  return {
    tokens: (block) => length[block],
    pairs: (block) => attention2 ? pairsFrom(start[block], length[block]) : 0
  };
}
function tokensAt({ inputTokens, request, position, blockTokens }, access) {
  const left = inputTokens[request[access]] - position[access] * blockTokens;
  return Math.min(blockTokens, left);
}
function pairsFrom(start, length) {
  return ((start + length) ** 2 - start ** 2) / 2;
}

// src/placement/buy/ages.ts
function ageGrid(last, promised) {
  const ages = /* @__PURE__ */ new Set([0]);
  for (let age = 1; age <= last; age = Math.max(age + 1, Math.round(age * Math.SQRT2))) ages.add(age);
  if (promised !== void 0 && promised <= last) ages.add(Math.ceil(promised));
  return [...ages].sort((a, b) => a - b);
}
function binOf(ages, age) {
  let [low, high] = [0, ages.length - 1];
  while (low < high) {
    const middle = low + high + 1 >> 1;
    if (ages[middle] <= age) low = middle;
    else high = middle - 1;
  }
  return low;
}

// src/placement/replay/next.ts
var never = -1;
function nextAccesses({ block, uniqueBlocks }) {
  const next = new Int32Array(block.length);
  const seen = new Int32Array(uniqueBlocks).fill(never);
  for (let i = block.length - 1; i >= 0; i--) {
    const id = block[i];
    next[i] = seen[id];
    seen[id] = i;
  }
  return next;
}

// src/placement/buy/demand.ts
function demandOf(trace, { promised, tokens: tokens2 = "whole" } = {}) {
  if (trace.totals.accesses === 0) throw new Refusal("Nothing arrives in this trace: there is nothing to buy for.");
  const seconds = Math.floor(trace.duration) + 1;
  const ages = ageGrid(seconds, promised);
  const sizes2 = blockSizes(trace, { tokens: tokens2, attention: true });
  const weight2 = 1 / trace.rate;
  const rows = () => ages.map(() => new Float64Array(seconds + 1));
  const [waiting2, returning, ageing] = [rows(), rows(), rows()];
  const first = new Float64Array(seconds + 1);
  const returned = ages.map(() => ({ tokens: 0, pairs: 0 }));
  for (const { from, to, block } of holdsOf(trace)) {
    const size2 = weight2 * sizes2.tokens(block);
    const until = to ?? seconds;
    ages.forEach((age, k) => {
      const [begins, ends] = [from + age, Math.min(until, from + (ages[k + 1] ?? Number.POSITIVE_INFINITY))];
      if (begins >= seconds || begins > until || to === void 0 && begins >= until) return;
      add(ageing[k], begins, size2);
      add(waiting2[k], begins, size2);
      add(waiting2[k], Math.max(begins, ends), -size2);
    });
    if (to === void 0) continue;
    const bin = binOf(ages, to - from);
    add(returning[bin], to, size2);
    const total2 = returned[bin];
    total2.tokens += size2;
    total2.pairs += weight2 * sizes2.pairs(block);
  }
  for (const row of waiting2) accumulate(row);
  return {
    ...{ ages, seconds, duration: Math.max(trace.duration, 1), waiting: waiting2, returning, ageing, first, returned },
    compulsory: firstUses(trace, sizes2, weight2, first),
    notes: notesOf4(trace)
  };
}
function* holdsOf(trace) {
  const next = nextAccesses(trace);
  const second2 = (access) => Math.floor(trace.time[trace.request[access]] / 1e6);
  for (let i = 0; i < next.length; i++) {
    const again = next[i];
    yield {
      from: second2(i),
      to: again === never ? void 0 : second2(again),
      block: trace.block[i]
    };
  }
}
function firstUses({ block, request, time: time2, uniqueBlocks }, sizes2, weight2, first) {
  const seen = new Uint8Array(uniqueBlocks);
  const total2 = { tokens: 0, pairs: 0 };
  for (let i = 0; i < block.length; i++) {
    const id = block[i];
    if (seen[id]) continue;
    seen[id] = 1;
    const size2 = weight2 * sizes2.tokens(id);
    add(first, Math.floor(time2[request[i]] / 1e6), size2);
    total2.tokens += size2;
    total2.pairs += weight2 * sizes2.pairs(id);
  }
  return total2;
}
function notesOf4({ clocks, sampled: sampled2, duration }) {
  return [
    "A cache is counted by whole seconds; its age decides where it waits, and a share of every cache may wait in one place, the rest in another.",
    ...clocks > 1 ? [`The ${clocks} sessions have clocks of their own: they are laid side by side from their start.`] : [],
    ...sampled2 ? ["The trace is a sample: bytes and loads are scaled up, so peaks are larger than they will be."] : [],
    ...duration < 86400 ? ["What a year writes is taken from a trace shorter than a day."] : []
  ];
}
function add(row, second2, tokens2) {
  if (row !== void 0) row[second2] = row[second2] + tokens2;
}
function accumulate(row) {
  for (let t = 1; t < row.length; t++) row[t] = row[t] + row[t - 1];
}

// src/placement/buy/check.ts
function walk2(trace, ages, shares3, bought, bytesPerToken2, tokens2 = "whole") {
  const seconds = Math.floor(trace.duration) + 1;
  const sizes2 = blockSizes(trace, { tokens: tokens2 });
  const carried = bought.map(() => ({
    held: new Float64Array(seconds + 1),
    read: new Float64Array(seconds + 1),
    written: new Float64Array(seconds + 1)
  }));
  const moves = ages.map((_, k) => k === 0 ? void 0 : movesAt(shares3, k));
  const known7 = new Uint8Array(trace.uniqueBlocks);
  const add2 = (row, second2, bytes2) => {
    row[second2] = row[second2] + bytes2;
  };
  for (const { from, to, block } of holdsOf(trace)) {
    const bytes2 = bytesPerToken2 * sizes2.tokens(block) / trace.rate;
    const until = to ?? seconds;
    const isFirst = known7[block] === 0;
    known7[block] = 1;
    const found2 = to === void 0 ? void 0 : binOf(ages, to - from);
    carried.forEach(({ held, read: read38, written: written5 }, i) => {
      const own = shares3[i];
      if (isFirst) add2(written5, from, bytes2 * own[0]);
      for (let k = 0; k < ages.length; k++) {
        const begins = from + ages[k];
        if (begins > until || begins >= seconds) break;
        const ends = Math.max(begins, Math.min(until, from + (ages[k + 1] ?? Number.POSITIVE_INFINITY)));
        add2(held, begins, bytes2 * own[k]);
        add2(held, ends, -bytes2 * own[k]);
        add2(read38, begins, bytes2 * (moves[k]?.left[i] ?? 0));
        add2(written5, begins, bytes2 * (moves[k]?.came[i] ?? 0));
      }
      if (found2 === void 0) return;
      add2(read38, until, bytes2 * own[found2]);
      add2(written5, until, bytes2 * Math.max(0, own[0] - own[found2]));
    });
  }
  return carried.map((one5, i) => fullest(one5, bought[i]));
}
function fullest({ held, read: read38, written: written5 }, { offer, count: count3 }) {
  let now = 0;
  const there = held.map((change) => {
    now += change;
    return now;
  });
  const { part: part3, room } = offer;
  const moved2 = read38.map((bytes2, t) => bytes2 + (part3?.arm ? written5[t] : 0));
  const space = part3 === void 0 ? room ?? Number.POSITIVE_INFINITY : count3 * part3.capacity;
  const bandwidth2 = part3 === void 0 ? Number.POSITIVE_INFINITY : count3 * part3.bandwidth;
  return { tier: offer.id, space: filled(there, space), reads: filled(moved2, bandwidth2), held: there, moved: moved2 };
}
function filled(bytes2, there) {
  let most3 = 0;
  for (const one5 of bytes2) most3 = Math.max(most3, one5);
  return most3 < 1 ? 0 : most3 / there;
}

// .try.ts
async function main() {
  const t0 = performance.now();
  const trace = await readTraceFile(process.argv[2]);
  const t1 = performance.now();
  const d = demandOf(trace);
  const t2 = performance.now();
  const deployment = resolve({ model: "llama-3.1-70b", accelerator: "h100-sxm", devices: Number(process.argv[3] ?? 8) }, {});
  const p = await buy(d, { deployment, holdTime: 0, stall: 0 }, JSON.parse(process.argv[4] ?? "{}"));
  const t3 = performance.now();
  console.log("read", t1 - t0, "demand", t2 - t1, "buy", t3 - t2, "branches", p.branches);
  console.log(p.cost, "bound", p.bound, "gap", p.gap, "relaxed", p.relaxed, "nothing", p.nothing, "compulsory", p.compulsory);
  for (const t of p.tiers) console.log(JSON.stringify(t));
  p.offers.offers.forEach((o, i) => console.log(o.id, JSON.stringify(o), p.shares[i].map((x, k) => x > 0 ? `${p.ages[k]}:${x.toFixed(2)}` : "").filter(Boolean).join(" ")));
  for (const n of p.notes) console.log("-", n);
  const t4 = performance.now();
  const w = walk2(trace, p.ages, p.shares, p.offers.offers.map((offer, i) => ({ offer, count: p.tiers[i].count ?? 0 })), p.offers.bytesPerToken);
  console.log("walk", performance.now() - t4, w.map(({ tier: tier2, space, reads }) => [tier2, space, reads]));
}
main().catch((e) => {
  console.error(e);
  process.exit(1);
});
