import type { ComponentChildren } from 'preact'
import { renderToStaticMarkup } from 'preact-render-to-string'
import type { Release } from '../core/release.ts'
import { linkFrom, type Part, type SitePage } from './page.ts'

const MENU: readonly (readonly [part: Part, path: string])[] = [
  ['Functions', 'functions/index.html'],
  ['Plans', 'plans/index.html'],
  ['Guides', 'guides/index.html'],
  ['Try it', 'try.html'],
  ['Support', 'support.html'],
]

/** A page may load files from beside it and nothing else, run no script and have no style within itself. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/** A whole page around what is written on it. */
export function framed(page: Omit<SitePage, 'body'>, body: string, release: Release): string {
  return `<!doctype html>\n${renderToStaticMarkup(<Frame page={page} body={body} release={release} />)}\n`
}

interface Props {
  page: Omit<SitePage, 'body'>
  body: string
  release: Release
}

function Frame({ page: { path, title, description, part, script }, body, release }: Props) {
  const to = (file: string) => linkFrom(path, file)
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={POLICY} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <meta name="description" content={description} />
        <title>{title === 'Cuesheet' ? 'Cuesheet: customer metrics as formulas' : `${title} · Cuesheet`}</title>
        <link rel="icon" href={to('images/icon.svg')} />
        <link rel="stylesheet" href={to('site.css')} />
        <script defer src={to('search.js')} />
        {script && <script defer src={to(script)} />}
      </head>
      <body>
        <a class="skip" href="#site-content">
          Skip to the content
        </a>
        <header class="top">
          <div class="bar">
            <a class="name" href={to('index.html')} aria-current={path === 'index.html' ? 'page' : undefined}>
              <img src={to('images/icon.svg')} alt="" width="24" height="24" />
              Cuesheet
            </a>
            <nav aria-label="Site">
              {MENU.map(([name, file]) => (
                <Entry key={name} href={to(file)} current={file === path ? 'page' : name === part ? 'true' : undefined}>
                  {name}
                </Entry>
              ))}
            </nav>
            <search id="site-search" hidden>
              <label class="unseen" for="site-asked">
                Search functions, plans and guides
              </label>
              <input id="site-asked" type="search" placeholder="Search, in your own words" autocomplete="off" />
              <p id="site-told" class="unseen" role="status" />
              <div id="site-found" hidden />
            </search>
          </div>
        </header>
        <main id="site-content" tabIndex={-1} dangerouslySetInnerHTML={{ __html: body }} />
        <footer>
          <p>
            Cuesheet {release.version}, {release.date}
          </p>
          <p>
            <a href={to('guides/start.html')}>Get Cuesheet</a> <a href={to('privacy.html')}>Privacy policy</a>{' '}
            <a href={to('terms.html')}>Terms</a> <a href={to('support.html')}>Support</a>
          </p>
        </footer>
      </body>
    </html>
  )
}

function Entry(props: { href: string; current: 'page' | 'true' | undefined; children: ComponentChildren }) {
  return (
    <a href={props.href} aria-current={props.current}>
      {props.children}
    </a>
  )
}
