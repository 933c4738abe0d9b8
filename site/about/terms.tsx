import type { SitePage } from '../page.ts'

/** The licence, as it stands in LICENSE, and whose work is in it, as NOTICE says. */
export function terms(licence: string, notice: string): SitePage {
  return {
    path: 'terms.html',
    title: 'Terms',
    description: 'The licence of Cuesheet, and of what it holds.',
    part: '',
    body: (
      <article>
        <h1>Terms</h1>
        <h2 id="licence">Licence</h2>
        <Paragraphs text={licence} />
        <h2 id="notices">Whose work is in it</h2>
        <Paragraphs text={notice} />
        <p>
          <a href="THIRD-PARTY-NOTICES.txt">The licences of all packages in full</a>
        </p>
      </article>
    ),
  }
}

function Paragraphs({ text }: { text: string }) {
  const paragraphs = text.trim().split(/\n{2,}/)
  return (
    <>
      {paragraphs.map((paragraph, i) => (
        <p key={i}>{paragraph}</p>
      ))}
    </>
  )
}
