// Numbers that others published, recomputed by our equations.
export { type Anchor, type AnchorVerdict, anchor, anchorIds, anchors } from './anchor'
