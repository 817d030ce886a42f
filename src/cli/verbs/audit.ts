// servemath audit: what did my own calls cost, by their logs, and what would they have cost otherwise?
import { apiPriceNamed } from '../../lecture'
import { audit } from '../../lecture/audit'
import { readLogs } from '../audit/files'
import { ownLists, priceFlag } from '../audit/prices'
import { auditText } from '../audit/text'
import type { Verb } from '../verb'

export const auditVerb: Verb = {
  usage: 'audit LOGS…',
  says: 'Reads what agents and APIs log on this machine (session logs of Claude Code and Codex, answers of OpenAI- and Anthropic-style APIs, GenAI spans of OpenTelemetry; JSON lines or documents, plain or gzip; files, folders, - for standard input) and says what was billed, how long the pauses were, and what the same calls would have cost with another cache, with pings or elsewhere. Nothing leaves the machine.',
  flags: {
    price: priceFlag,
    instead: { takes: 'PROVIDER_MODEL', repeats: true, says: 'bill the same calls by this price list too; repeatable' },
  },
  examples: [
    'audit ~/.claude/projects',
    'audit session.jsonl --instead gpt-6-sol --instead deepseek-v4-pro\\ off-peak --json',
    'audit calls.jsonl --price "my-model=input:3,read:0.3,write:3.75,long-write:6,output:15"',
  ],
  run: async (words, io) => {
    const prices = ownLists(words)
    const instead = words.values('instead').map(apiPriceNamed)
    const { kind: _, ...answer } = audit(await readLogs(words.free, io), { prices, instead })
    return { json: answer, text: () => auditText(answer) }
  },
}
