interface PathwayChoices {
  readonly choices: readonly { readonly id: string; readonly label: string }[]
  /** The pathway that an event is on unless somebody says otherwise: the only one there is. */
  readonly usual: string | null
}

const NONE: PathwayChoices = { choices: [], usual: null }

/** The pathways of a person, for an event to be on one of them. */
export const usePathwayChoices = (_personId: string): PathwayChoices => NONE
