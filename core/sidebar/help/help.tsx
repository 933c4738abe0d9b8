import type { Book } from '../../sheet/book.ts'
import { PageHeading } from '../pageHeading.tsx'
import type { Release } from '../../release.ts'
import { CheckInstallation } from './checkInstallation.tsx'
import { Checks } from './checks.tsx'

/** The Help tab: which build this is, where to read on, and what the host can be asked. */
export function Help({ book, release, checks }: { book: Book; release: Release; checks: boolean }) {
  const { version, date } = release
  return (
    <div class="page">
      <PageHeading title="Help" focus={false} />
      <p class="note">
        Cuesheet {version}, {date}
      </p>
      <Checks checks={book.checks} />
      <CheckInstallation book={book} release={release} starts={checks} />
    </div>
  )
}
