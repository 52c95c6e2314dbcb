/**
 * What the shell and the core say to each other beside the calls of the contract. The shell knows no methods: calls
 * travel over message ports that it only hands over (or, to a Node child, carries across unread).
 */

/**
 * What a file handle may be used for. `folder` allows reading and writing files directly inside it, `read-folder` only
 * reading them.
 */
export type FileAccess = 'read' | 'write' | 'folder' | 'read-folder'

/** One report that the core lets the shell print: into which folder of those the person chose, and under which name. */
export interface AllowedPrint {
  /** What is drawn: a report, a document, or the poster of a plan. */
  readonly page: 'report' | 'plan' | 'board-paper' | 'poster'
  readonly documentId: string
  readonly folderHandle: string
  /** A plain name that ends in .pdf. */
  readonly fileName: string
}

/** Why the shell asks for a lock. `request` is the menu; the screens lock through the contract. */
export type LockReason = 'idle' | 'suspend' | 'screen-lock' | 'request'

export type ShellToCoreMessage =
  /**
   * A window wants to talk. To the utility process the port itself travels with the message and `port` is absent; to
   * the Node child `port` numbers a connection whose messages follow as `port-message`.
   */
  | { readonly type: 'connect'; readonly port?: number }
  | { readonly type: 'port-message'; readonly port: number; readonly data: unknown }
  | { readonly type: 'port-close'; readonly port: number }
  /** The person chose this file or folder. Handles are forgotten on lock, by both sides, and sent again after a restart. */
  | { readonly type: 'grant-file'; readonly handle: string; readonly path: string; readonly access: FileAccess }
  | { readonly type: 'lock'; readonly reason: LockReason }
  /** A page asks for the print that this leave stands for. Answered by `print`; a leave is good once. */
  | { readonly type: 'take-print'; readonly leave: string }
  /** Close the database and answer `closed`. Whoever has not answered within five seconds is ended. */
  | { readonly type: 'shutdown' }

/** The few facts about the register that the shell acts on. Sent at start and whenever one of them changes. */
export interface CoreState {
  readonly unlocked: boolean
  readonly lockAfterMinutes: number
  readonly demo: boolean
  /** The practice's setting: keep the window out of screenshots and shared screens. */
  readonly screenShareHidden: boolean
}

export type CoreToShellMessage =
  /** First message: from now on connections and grants are listened for. */
  | { readonly type: 'ready' }
  | { readonly type: 'state'; readonly state: CoreState }
  | { readonly type: 'port-message'; readonly port: number; readonly data: unknown }
  | { readonly type: 'port-close'; readonly port: number }
  /** null for a leave that the core has not given, or has given for one print already. */
  | { readonly type: 'print'; readonly leave: string; readonly print: AllowedPrint | null }
  | { readonly type: 'closed' }
  /** The core cannot work at all. `message` is a plain sentence for the person: what happened and what to do. */
  | { readonly type: 'fatal'; readonly message: string }

/** Environment variables the core is started with. */
export const CORE_ENVIRONMENT = {
  /** Folder of the register, the key envelope and the logs. */
  dataFolder: 'THROUGHLINE_DATA',
  appVersion: 'THROUGHLINE_VERSION',
} as const
