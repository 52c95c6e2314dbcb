import type { DocumentNode, ToolkitDocument } from './document.ts'

/** Goes over a tree from the beginning to the end. */
export const walk = (node: DocumentNode, visit: (node: DocumentNode) => void): void => {
  visit(node)
  for (const part of node.content ?? []) walk(part, visit)
}

/** A field or a table of fields as it stands in a text. */
export interface FieldPlace {
  readonly code: string
  /** Of a blank: what is to be filled in. */
  readonly label: string | null
  readonly frozen: string | null
  readonly isTable: boolean
}

/** The field that a node is; null for none. */
export const fieldOf = ({ type, attrs = {} }: DocumentNode): FieldPlace | null => {
  if (type !== 'field' && type !== 'fieldTable') return null
  const { code, label, frozen } = attrs
  return {
    code: String(code),
    label: typeof label === 'string' ? label : null,
    frozen: typeof frozen === 'string' ? frozen : null,
    isTable: type === 'fieldTable',
  }
}

/** The fields of a text in the order in which they stand, each time that one stands there. */
export const fieldsIn = (node: DocumentNode): FieldPlace[] => {
  const found: FieldPlace[] = []
  walk(node, (part) => {
    const field = fieldOf(part)
    if (field !== null) found.push(field)
  })
  return found
}

/** The words of a node. @param fieldWords what a field says. */
export const textOf = (node: DocumentNode, fieldWords: (field: FieldPlace) => string = () => ''): string => {
  if (node.type === 'text') return node.text ?? ''
  if (node.type === 'hardBreak') return '\n'
  const field = fieldOf(node)
  if (field !== null) return fieldWords(field)
  const isLine = node.type === 'paragraph' || node.type === 'heading'
  return (node.content ?? []).map((part) => textOf(part, fieldWords)).join(isLine ? '' : '\n')
}

/** A text with every node made anew; what the rule gives null for is left out. */
export const mapNodes = (
  node: DocumentNode,
  rule: (node: DocumentNode) => DocumentNode | readonly DocumentNode[] | null,
): DocumentNode[] => {
  const made = rule(node)
  if (made === null) return []
  if (Array.isArray(made)) return made as DocumentNode[]
  const one = made as DocumentNode
  return one.content === undefined ? [one] : [{ ...one, content: one.content.flatMap((part) => mapNodes(part, rule)) }]
}

/** A document of these blocks; with none it has an empty paragraph. */
export const documentOf = (blocks: readonly DocumentNode[]): ToolkitDocument => ({
  type: 'doc',
  content: blocks.length === 0 ? [{ type: 'paragraph' }] : [...blocks],
})
