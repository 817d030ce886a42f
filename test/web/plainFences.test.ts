import MarkdownIt from 'markdown-it'
import { describe, expect, it } from 'vitest'
import { plainFences } from '../../src/web/site/plainFences'

const shell = (highlighted: string) => new MarkdownIt({ highlight: () => highlighted }).use(plainFences)
const fence = '```ts\nconst v = 1\n```'

describe('a block of code', () => {
  it('loses the mark that would make a page’s script carry it', () => {
    expect(shell('<pre class="shiki" tabindex="0" v-pre=""><code>a</code></pre>').render(fence)).toContain(
      '<pre class="shiki" tabindex="0"><code>',
    )
    expect(shell('<pre class="shiki" v-pre><code>a</code></pre>').render(fence)).toContain('<pre class="shiki"><code>')
  })

  it('keeps code that speaks of the mark', () => {
    expect(shell('<pre class="shiki"><code>&lt;pre v-pre&gt;</code></pre>').render(fence)).toContain(
      '&lt;pre v-pre&gt;',
    )
  })
})
