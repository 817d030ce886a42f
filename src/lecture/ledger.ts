// The ledger: every claim of the lecture beside what our equations and catalogue say.
import type { Verdict } from '../algebra'
import { frozen } from '../catalog/load'
import { Refusal, unknownName } from '../units'
import { batchClaims } from './batchClaims'
import type { Claim, Finding, Findings, Judgement, ProvedTheorem } from './claim'
import { lectureFacts, type Told } from './facts'
import { ladderClaims } from './ladderClaims'
import { layoutClaims } from './layoutClaims'
import { priceClaims } from './priceClaims'
import { speedClaims } from './speedClaims'
import { stepClaims } from './stepClaims'
import { provedTheorem } from './theorems'
import { tierClaims } from './tierClaims'
import { allWithin, toleranceText } from './tolerance'
import { trainingClaims } from './trainingClaims'

const findings: Findings = {
  ...batchClaims,
  ...speedClaims,
  ...layoutClaims,
  ...trainingClaims,
  ...stepClaims,
  ...priceClaims,
  ...tierClaims,
  ...ladderClaims,
}

export function claimIds(): readonly string[] {
  return Object.keys(lectureFacts().claims)
}

/** All claims, in the lecture's order. */
export function claims(): readonly Claim[] {
  return claimIds().map(claim)
}

const known = new Map<string, Claim>()

/** One claim with its verdict; an unknown id is refused with the nearest ones. */
export function claim(id: string): Claim {
  const found = known.get(id) ?? frozen(put(id))
  known.set(id, found)
  return found
}

function put(id: string): Claim {
  const { claims: all, chapters, source } = lectureFacts()
  const told = Object.hasOwn(all, id) ? all[id] : undefined
  if (told === undefined) throw unknownName('claim', id, claimIds())
  const chapter = chapters[told.chapter]
  const finding = findings[id]?.()
  if (chapter === undefined || finding === undefined) {
    throw new Refusal(`data/lecture.json, claim "${id}": expected a chapter listed there and a finding in src/lecture.`)
  }
  const theorems = (finding.theorems ?? []).map(provedTheorem)
  const proof = weakest(theorems.map((theorem) => theorem.proof))
  return {
    kind: 'claim',
    id,
    chapter: `${clock(chapter.start)} ${chapter.title}`,
    sort: told.sort,
    says: told.says,
    said: told.said.map((each) => ({ ...each, url: `${source.video}?t=${seconds(each.at)}` })),
    value: told.value ?? null,
    computed: finding.computed,
    unit: told.unit,
    verdict: verdictOf(id, told, finding, theorems),
    tolerance: toleranceText(told.tolerance),
    ...(proof && { proof }),
    theorems,
    equations: finding.equations.map(({ name }) => name),
    notebook: chapter.notebook,
    note: finding.note,
    readings: finding.readings ?? [],
    url: `${source.video}?t=${chapter.start}`,
  }
}

/** From what was recomputed alone: true in every case, in some, or in none. */
function verdictOf(id: string, told: Told, finding: Finding, theorems: readonly ProvedTheorem[]): Judgement {
  const { holds = [] } = finding
  const proved = theorems.map(({ proof }) => proof.verdict === 'proved')
  const met = told.value === undefined ? [] : [allWithin(told.value, finding.computed, told.tolerance)]
  const asSaid = [...proved, ...met]
  const cases = [...(asSaid.length > 0 ? [asSaid.every(Boolean)] : []), ...holds]
  if (cases.length === 0) {
    throw new Refusal(
      `Claim "${id}" has nothing to be judged by: expected a number on both sides, a theorem, or cases.`,
    )
  }
  if (cases.every(Boolean)) return 'agrees'
  return cases.some(Boolean) ? 'depends' : 'disagrees'
}

const strength = ['different', 'unknown', 'numerically-equal', 'proved'] as const

function weakest(verdicts: readonly Verdict[]): Verdict | undefined {
  return [...verdicts].sort((a, b) => strength.indexOf(a.verdict) - strength.indexOf(b.verdict))[0]
}

/** of `01:45` */
function seconds(at: string): number {
  const [hours = 0, minutes = 0] = at.split(':').map(Number)
  return 3600 * hours + 60 * minutes
}

/** `01:33:02` */
function clock(seconds: number): string {
  return [seconds / 3600, (seconds / 60) % 60, seconds % 60]
    .map((part) => String(Math.floor(part)).padStart(2, '0'))
    .join(':')
}
