import { IconCopy } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Button } from '#renderer/ui/button.tsx'
import { announce } from '#renderer/ui/live-region.tsx'
import classes from './bundle.module.css'
import { hashGroups } from './bundle-words.ts'

/** The one hash of everything a register holds, to compare with another. */
export const ContentHash = ({ contentHash }: { readonly contentHash: string }): ReactNode => (
  <div className={classes.hash}>
    <p>Content hash</p>
    <code data-content-hash={contentHash}>
      {hashGroups(contentHash).map((group, at) => (
        <span key={`${at}-${group}`}>{group} </span>
      ))}
    </code>
    <Button
      size="small"
      icon={IconCopy}
      onClick={() => {
        void window.throughline.copyText(contentHash)
        announce('Copied.')
      }}
    >
      Copy the hash
    </Button>
  </div>
)
