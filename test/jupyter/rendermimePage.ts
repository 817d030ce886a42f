// What does JupyterLab make of a bundle? Its own renderers, Markdown parser and typesetter, in a page without a Lab.
import {
  type IRenderMime,
  MimeModel,
  type RenderMimeRegistry as Registry,
  RenderMimeRegistry,
  standardRendererFactories,
} from '@jupyterlab/rendermime'
import { Widget } from '@lumino/widgets'
import { marked } from 'marked'
import { AssistiveMmlHandler } from 'mathjax-full/js/a11y/assistive-mml'
import { browserAdaptor } from 'mathjax-full/js/adaptors/browserAdaptor'
import { HTMLHandler } from 'mathjax-full/js/handlers/html/HTMLHandler'
import { TeX } from 'mathjax-full/js/input/tex'
import { AllPackages } from 'mathjax-full/js/input/tex/AllPackages'
import { mathjax } from 'mathjax-full/js/mathjax'
import { CHTML } from 'mathjax-full/js/output/chtml'
import { SafeHandler } from 'mathjax-full/js/ui/safe/SafeHandler'

export interface Rendered {
  /** the type JupyterLab chose */
  readonly mime: string
  readonly html: string
  /** what is read: the text of the page, without its formulas */
  readonly text: string
  /** the TeX of each formula, as the typesetter found it */
  readonly formulas: readonly string[]
  /** of each row of its tables: how many cells it has, and how many of them say something */
  readonly rows: readonly { readonly cells: number; readonly filled: number }[]
}

// As JupyterLab's mathjax-extension sets it up.
mathjax.handlers.register(AssistiveMmlHandler(SafeHandler(new HTMLHandler(browserAdaptor()))))
const dollars = {
  inlineMath: [
    ['$', '$'],
    ['\\(', '\\)'],
  ],
  displayMath: [
    ['$$', '$$'],
    ['\\[', '\\]'],
  ],
}
const InputJax = new TeX({ packages: AllPackages, ...dollars, processEscapes: true, processEnvironments: true })
const mathDocument = mathjax.document(document, { InputJax, OutputJax: new CHTML() })

let formulas: string[] = []
const latexTypesetter: IRenderMime.ILatexTypesetter = {
  typeset(node) {
    mathDocument.options.elements = [node]
    mathDocument.clear().render()
    for (const { math } of mathDocument.math) formulas.push(math)
  },
}

// As JupyterLab's markedparser-extension sets it up, but for the colours of code.
const markdownParser: IRenderMime.IMarkdownParser = { render: async (text) => marked(text, { async: true, gfm: true }) }

const registry: Registry = new RenderMimeRegistry({
  initialFactories: standardRendererFactories,
  latexTypesetter,
  markdownParser,
})

/** Renders the bundle into the page as a cell's output, and leaves it there. */
async function attach(data: Record<string, unknown>, trusted: boolean): Promise<Widget & { readonly mime: string }> {
  const mime = registry.preferredMimeType(data as never, trusted ? 'any' : 'ensure')
  if (mime === undefined) throw new Error('JupyterLab has no renderer for it.')
  const renderer = registry.createRenderer(mime)
  Widget.attach(renderer, document.body)
  await renderer.renderModel(new MimeModel({ data: data as never, trusted }))
  return Object.assign(renderer, { mime })
}

async function renderBundle(data: Record<string, unknown>, trusted: boolean): Promise<Rendered> {
  formulas = []
  const renderer = await attach(data, trusted)
  const { node, mime } = renderer
  const html = node.innerHTML
  const rows = [...node.querySelectorAll('tr')].map((row) => {
    const cells = [...row.cells]
    return {
      cells: cells.length,
      filled: cells.filter((cell) => cell.textContent?.trim() || cell.children.length).length,
    }
  })
  const read = node.cloneNode(true) as HTMLElement
  for (const formula of read.querySelectorAll('mjx-container')) formula.remove()
  const rendered = { mime, html, text: read.textContent ?? '', formulas, rows }
  renderer.dispose()
  return rendered
}

async function showBundle(data: Record<string, unknown>, trusted: boolean): Promise<void> {
  await attach(data, trusted)
}

Object.assign(window, { renderBundle, showBundle })
