import { IconInfoCircle } from '@tabler/icons-react'
import { type KeyboardEvent, type ReactNode, type RefObject, useId, useState } from 'react'
import { Badge } from '#renderer/ui/badge.tsx'
import { IconButton } from '#renderer/ui/button.tsx'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import { documentKind } from './document-kind.ts'
import { KindDrawing } from './kind-drawing.tsx'
import type { LibraryCard, LibrarySection } from './library-cards.ts'
import classes from './library.module.css'

type CardProps = {
  readonly card: LibraryCard
  readonly current: boolean
  readonly onOpen: () => void
  readonly onAbout: () => void
  readonly onFocus: () => void
}

const Card = ({ card, current, onOpen, onAbout, onFocus }: CardProps): ReactNode => {
  const { title, purpose, template, issued, state } = card
  const wordsId = useId()
  return (
    <li className={classes.card}>
      <button
        type="button"
        data-card={card.id}
        className={classes.open}
        tabIndex={current ? 0 : -1}
        aria-label={title}
        aria-describedby={wordsId}
        onFocus={onFocus}
        onClick={onOpen}
      />
      <KindDrawing kind={documentKind(template?.code ?? null, title)} />
      <span id={wordsId} className={classes.words}>
        <span className={classes.title} aria-hidden="true">
          {title}
        </span>
        <span className={classes.purpose}>{purpose}</span>
        <span className={classes.issued}>{issued}</span>
        <span className={classes.state}>
          <StatusMark kind={state.kind}>{state.words}</StatusMark>
          {template?.own != null && <Badge>Own</Badge>}
        </span>
      </span>
      <span className={classes.about}>
        <IconButton icon={IconInfoCircle} label={`About ${title}`} tabIndex={current ? 0 : -1} onClick={onAbout} />
      </span>
    </li>
  )
}

const cardsIn = (area: HTMLElement | null): readonly HTMLElement[] => [
  ...(area?.querySelectorAll<HTMLElement>('[data-card]') ?? []),
]

/** The nearest card above or below, in the same column as far as there is one. */
const nearest = (cards: readonly HTMLElement[], here: HTMLElement, down: boolean): HTMLElement | undefined => {
  const from = here.getBoundingClientRect()
  const beyond = cards.filter((card) => {
    const { top } = card.getBoundingClientRect()
    return down ? top > from.top + 1 : top < from.top - 1
  })
  const far = (card: HTMLElement): number => {
    const rect = card.getBoundingClientRect()
    return Math.abs(rect.top - from.top) * 4 + Math.abs(rect.left - from.left)
  }
  return beyond.reduce<HTMLElement | undefined>(
    (best, card) => (best === undefined || far(card) < far(best) ? card : best),
    undefined,
  )
}

const nextCard = (cards: readonly HTMLElement[], here: HTMLElement, key: string): HTMLElement | undefined => {
  const at = cards.indexOf(here)
  if (key === 'ArrowRight') return cards[at + 1]
  if (key === 'ArrowLeft') return cards[at - 1]
  if (key === 'Home') return cards[0]
  if (key === 'End') return cards.at(-1)
  return key === 'ArrowDown' || key === 'ArrowUp' ? nearest(cards, here, key === 'ArrowDown') : undefined
}

type LibraryGridProps = {
  readonly sections: readonly LibrarySection[]
  readonly area: RefObject<HTMLDivElement | null>
  readonly onOpen: (card: LibraryCard) => void
  readonly onAbout: (card: LibraryCard) => void
}

/** The documents by topic. One stop of Tab; the arrows go from card to card. */
export const LibraryGrid = ({ sections, area, onOpen, onAbout }: LibraryGridProps): ReactNode => {
  const [chosen, setChosen] = useState<string | null>(null)
  const all = sections.flatMap(({ cards }) => cards)
  const current = all.find(({ id }) => id === chosen)?.id ?? all[0]?.id
  const onKeyDown = (event: KeyboardEvent): void => {
    const here = document.activeElement
    if (!(here instanceof HTMLElement) || here.dataset['card'] === undefined) return
    const next = nextCard(cardsIn(area.current), here, event.key)
    if (next === undefined) return
    event.preventDefault()
    next.focus()
    next.closest('li')?.scrollIntoView?.({ block: 'nearest' })
  }
  return (
    // The keys only move focus between the buttons inside.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={area} className={classes.sections} onKeyDown={onKeyDown}>
      {sections.map(({ topic, label, cards }) => (
        <section key={topic} aria-labelledby={`topic-${topic}`}>
          <h2 id={`topic-${topic}`} className={classes.topic}>
            {label}
          </h2>
          <ul className={classes.grid}>
            {cards.map((card) => (
              <Card
                key={card.id}
                card={card}
                current={card.id === current}
                onOpen={() => onOpen(card)}
                onAbout={() => onAbout(card)}
                onFocus={() => setChosen(card.id)}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
