import type { Release } from '../../core/release.ts'

/** Who publishes this build; one that nobody packaged for a shop came from somebody. */
export function publisherOf({ publisher }: Release): string {
  return publisher || 'the person or company that gave you Cuesheet'
}

/** How to reach them. */
export function Contact({ release }: { release: Release }) {
  const { contact } = release
  if (contact === '') return <>{publisherOf(release)}</>
  const address = /^https?:/.test(contact) ? contact : `mailto:${contact}`
  return <a href={address}>{contact}</a>
}
