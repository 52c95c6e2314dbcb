/** Which actions each action waits for, by id. */
export type Needs = ReadonlyMap<string, readonly string[]>

/**
 * The circle that would come about if an action waited for these: the ids on the way from the action back to itself, the
 * action first and last. `null` when there is none.
 * @param needs of all actions of the plan, as they are.
 */
export const circleOf = (needs: Needs, actionId: string, wanted: readonly string[]): string[] | null => {
  const seen = new Set<string>()
  const trails = wanted.map((id) => [actionId, id])
  for (let trail = trails.pop(); trail !== undefined; trail = trails.pop()) {
    const last = trail.at(-1) ?? ''
    if (last === actionId) return trail
    if (seen.has(last)) continue
    seen.add(last)
    for (const next of needs.get(last) ?? []) trails.push([...trail, next])
  }
  return null
}

/** A circle in words: "4.3 needs 4.5, which needs 4.3". */
export const circleWords = (circle: readonly string[], codeOf: (id: string) => string): string => {
  const [first = '', ...rest] = circle.map(codeOf)
  return rest.map((code, at) => (at === 0 ? `${first} needs ${code}` : `which needs ${code}`)).join(', ')
}
