// What does the book add to VitePress's default theme? Its type, its colours, and pages that come to life.
import { onContentUpdated, type Theme } from 'vitepress'
import DefaultTheme from 'vitepress/theme-without-fonts'
import { onUnmounted } from 'vue'
import { announcer } from '../../page/announce'
import { wakeDeskIn } from '../../page/desk/wake'
import { prepareAfterPaint } from '../../page/live/ahead'
import { bringToLife } from '../../page/live/wake'
import 'katex/dist/katex.min.css'
import './paper.css'
import './shell.css'
import './text.css'
import './cells.css'
import './bench.css'
import './live.css'
import './types.css'
import './assume.css'
import './cards.css'
import './derivation.css'
import './desk.css'
import './home.css'
import './print.css'

// The same code runs where the site is built, where nothing is painted.
if (typeof window !== 'undefined') prepareAfterPaint()

const theme: Theme = {
  extends: DefaultTheme,
  setup() {
    let forget = () => {}
    const announce = announcer()
    onContentUpdated(() => {
      announce(document)
      forget()
      const [desk, rest] = [wakeDeskIn(document), bringToLife(document)]
      forget = () => {
        desk()
        rest()
      }
    })
    onUnmounted(() => forget())
  },
}

export default theme
