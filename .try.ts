import { readTraceFile } from '/work/main/src/placement/trace/file/read'
import { demandOf, buy, walk } from '/work/main/src/placement/buy'
import { resolve } from '/work/main/src/deployment'
async function main() {
  const t0 = performance.now()
  const trace = await readTraceFile(process.argv[2])
  const t1 = performance.now()
  const d = demandOf(trace)
  console.log(trace.totals, d.seconds, d.ages.length, trace.block.length);const t2 = performance.now()
  const deployment = resolve({ model: 'llama-3.1-70b', accelerator: 'h100-sxm', devices: Number(process.argv[3] ?? 8) } as any, {})
  const p = await buy(d, { deployment, holdTime: 0, stall: 0 } as any, JSON.parse(process.argv[4] ?? '{}'))
  const t3 = performance.now()
  console.log('read', t1 - t0, 'demand', t2 - t1, 'buy', t3 - t2, 'branches', p.branches)
  console.log(p.cost, 'bound', p.bound, 'gap', p.gap, 'relaxed', p.relaxed, 'nothing', p.nothing, 'compulsory', p.compulsory)
  for (const t of p.tiers) console.log(JSON.stringify(t))
  p.offers.offers.forEach((o, i) => console.log(o.id, JSON.stringify(o), p.shares[i].map((x, k) => x > 0 ? `${p.ages[k]}:${x.toFixed(2)}` : '').filter(Boolean).join(' ')))
  for (const n of p.notes) console.log('-', n)
  const t4 = performance.now()
  const w = walk(trace, p.ages, p.shares, p.offers.offers.map((offer, i) => ({ offer, count: p.tiers[i].count ?? 0 })), p.offers.bytesPerToken)
  console.log('walk', performance.now() - t4, w.map(({ tier, space, reads }) => [tier, space, reads]))
}
main().catch((e) => { console.error(e); process.exit(1) })
