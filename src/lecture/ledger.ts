// The ledger: every claim of the lecture beside what our equations and catalogue say.
import type { Verdict } from '../algebra'
import { frozen } from '../catalog/load'
import { Refusal, unknownName } from '../units'
import { batchClaims } from './batchClaims'
import type { Claim, Finding, Findings, Judgement, Numbers } from './claim'
import { lectureFacts, type Said } from './facts'
import { ladderClaims } from './ladderClaims'
import { layoutClaims } from './layoutClaims'
import { priceClaims } from './priceClaims'
import { speedClaims } from './speedClaims'
import { stepClaims } from './stepClaims'
import { provedTheorem } from './theorems'
import { tierClaims } from './tierClaims'
import { toleranceText, within } from './tolerance'
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
  const said = Object.hasOwn(all, id) ? all[id] : undefined
  if (said === undefined) throw unknownName('claim', id, claimIds())
  const chapter = chapters[said.chapter]
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
    sort: said.sort,
    says: said.says,
    said: said.said ?? null,
    computed: finding.computed,
    unit: said.unit,
    verdict: verdictOf(id, said, finding),
    tolerance: toleranceText(said.tolerance),
    ...(proof && { proof }),
    theorems,
    equations: finding.equations.map(({ name }) => name),
    notebook: chapter.notebook,
    note: finding.note,
    readings: finding.readings ?? [],
    url: `${source.video}?t=${chapter.start}`,
  }
}

function verdictOf(id: string, { said, tolerance }: Said, { verdict, computed }: Finding): Judgement {
  if (verdict !== undefined) return verdict
  if (!isNumber(said) || !isNumber(computed) || tolerance === undefined) {
    throw new Refusal(`Claim "${id}" has no single number on both sides to compare: its finding must give a verdict.`)
  }
  return within(said, computed, tolerance) ? 'agrees' : 'disagrees'
}

const isNumber = (numbers: Numbers | undefined): numbers is number => typeof numbers === 'number'

const strength = ['different', 'unknown', 'numerically-equal', 'proved'] as const

function weakest(verdicts: readonly Verdict[]): Verdict | undefined {
  return [...verdicts].sort((a, b) => strength.indexOf(a.verdict) - strength.indexOf(b.verdict))[0]
}

/** `01:33:02` */
function clock(seconds: number): string {
  return [seconds / 3600, (seconds / 60) % 60, seconds % 60]
    .map((part) => String(Math.floor(part)).padStart(2, '0'))
    .join(':')
}
