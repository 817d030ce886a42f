// What travels to a Jupyter page beside Plotly, once a notebook has a figure with sliders? The library, and what moves it.
export { mountLive } from './live'
