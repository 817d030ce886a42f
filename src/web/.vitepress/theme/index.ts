// What does the book add to VitePress's default theme? Its type, its colours, and pages that come to life.
import { onContentUpdated, type Theme } from 'vitepress'
import DefaultTheme from 'vitepress/theme-without-fonts'
import { onUnmounted } from 'vue'
import { bringToLife } from '../../page/live/wake'
import 'katex/dist/katex.min.css'
import './paper.css'
import './shell.css'
import './text.css'
import './cells.css'
import './live.css'
import './types.css'
import './cards.css'
import './home.css'

const theme: Theme = {
  extends: DefaultTheme,
  setup() {
    let forget = () => {}
    onContentUpdated(() => {
      forget()
      forget = bringToLife(document)
    })
    onUnmounted(() => forget())
  },
}

export default theme
