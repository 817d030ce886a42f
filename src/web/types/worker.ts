// What runs in the types worker? TypeScript, told once what there is to know, then asked about one cell at a time.
import { type Answering, answersFrom } from './answers'
import type { Answers, FromTypes, Kind, Question, ToTypes } from './protocol'

interface Scope {
  postMessage(message: FromTypes): void
  onmessage: ((message: { readonly data: ToTypes }) => void) | null
}

const scope = globalThis as unknown as Scope
let answers: Answering | undefined

scope.onmessage = ({ data }) => {
  try {
    if (data.kind === 'open') {
      answers = answersFrom(JSON.parse(data.definitions))
      // The first question is the slow one: it is asked here, before anybody waits for it.
      answers.diagnose({ above: [], source: '[1].map(String)' })
      scope.postMessage({ kind: 'ready' })
    } else scope.postMessage({ kind: 'answer', id: data.id, answer: answers && answered(answers, data) })
  } catch (error) {
    // TypeScript's own failures are about one place in one text: the next question may well have an answer.
    if (data.kind === 'open') scope.postMessage({ kind: 'unable', message: String(error) })
    else scope.postMessage({ kind: 'answer', id: data.id, answer: undefined })
  }
}

function answered(by: Answering, question: Question): Answers[Kind] {
  switch (question.kind) {
    case 'complete':
      return by.complete(question)
    case 'describe':
      return by.describe(question)
    case 'hover':
      return by.hover(question)
    case 'diagnose':
      return by.diagnose(question)
  }
}
