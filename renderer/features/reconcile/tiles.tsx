import type { ReactNode } from 'react'
import { classNames } from '#renderer/ui/class-names.ts'
import type { ItemKind, Reconciliation } from '#shared/features/reconcile/schema.ts'
import { tileCounts } from './reconcile-words.ts'
import classes from './reconcile.module.css'

interface TilesProps {
  readonly list: Reconciliation
  readonly kind: ItemKind
  readonly onChoose: (kind: ItemKind) => void
}

/** The four numbers, and what was set aside. Each opens its list below; the digits 1 to 5 do the same. */
export const Tiles = ({ list, kind, onChoose }: TilesProps): ReactNode => (
  <ul className={classes.tiles} aria-label="What the comparison found">
    {tileCounts(list).map((tile, at) => (
      <li key={tile.kind}>
        <button
          type="button"
          data-tile={tile.kind}
          aria-pressed={tile.kind === kind}
          aria-keyshortcuts={String(at + 1)}
          className={classNames(classes.tile, tile.open > 0 && classes.tileOpen, tile.kind === kind && classes.tileNow)}
          onClick={() => onChoose(tile.kind)}
        >
          <b>{tile.items}</b>
          <span>{tile.label}</span>
          <span className={classes.tileBeneath}>{tile.beneath}</span>
        </button>
      </li>
    ))}
  </ul>
)
