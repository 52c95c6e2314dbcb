import { Component, type ErrorInfo, type ReactNode } from 'react'
import { AppError } from '#shared/contract/errors.ts'
import { Button } from '#renderer/ui/button.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import classes from './error-boundary.module.css'

type ErrorBoundaryProps = {
  /** Writes the failure to the log and gives the reference to find it by. Gets no patient data. */
  readonly report?: (failure: { readonly name: string; readonly componentStack: string }) => string
  /** The page it guards: going to another one is a fresh start. */
  readonly page: string
  /** Somewhere safe to go. */
  readonly onLeave: () => void
  readonly children: ReactNode
}

type ErrorBoundaryState = { readonly failed: boolean; readonly reference: string | undefined }

/** Catches a screen that fails to draw. The rail and the bar go on working, and so do lock and undo. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { failed: false, reference: undefined }

  static getDerivedStateFromError(error: unknown): ErrorBoundaryState {
    return { failed: true, reference: error instanceof AppError ? error.details.reference : undefined }
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    // The message of an unknown error may quote what was on screen, so only its kind and place are reported.
    const name = error instanceof Error ? error.name : 'Unknown'
    const reference = this.props.report?.({ name, componentStack: info.componentStack ?? '' })
    if (reference !== undefined && this.state.reference === undefined) this.setState({ failed: true, reference })
  }

  override componentDidUpdate(before: ErrorBoundaryProps): void {
    if (this.state.failed && before.page !== this.props.page) this.retry()
  }

  private readonly retry = (): void => this.setState({ failed: false, reference: undefined })

  private readonly leave = (): void => {
    this.retry()
    this.props.onLeave()
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children
    return (
      <div className={classes.page}>
        <InlineAlert
          tone="bad"
          spoken
          title="This page could not be shown"
          actions={
            <>
              <Button onClick={this.retry}>Try again</Button>
              <Button kind="quiet" onClick={this.leave}>
                Go to the register
              </Button>
            </>
          }
        >
          Everything saved is safe. What was typed here and not saved is lost.
          {this.state.reference !== undefined && ` If it happens again, quote ${this.state.reference}.`}
        </InlineAlert>
      </div>
    )
  }
}
