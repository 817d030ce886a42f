// What does a chapter saved as one file run? The same page code, all of it in one script.
import { bringToLife } from './live/wake'

bringToLife(document)
if (matchMedia('(prefers-color-scheme: dark)').matches) document.documentElement.classList.add('dark')
