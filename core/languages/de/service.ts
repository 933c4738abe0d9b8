// German, translated without a native reader: docs/languages.md says how to correct a sentence.
import type { Texts } from '../language.ts'

/** How customers feel, how well they are served, and whether we are on target. */
export const service: Texts = {
  'Customer Effort Score: the mean effort from 1 (very low) to scale_max (very high). Low is good. For the later question “The company made it easy” on a 7-point scale, high is good: give scale_max 7 and read it the other way round.':
    'Customer Effort Score: der mittlere Aufwand von 1 (sehr gering) bis scale_max (sehr hoch). Niedrig ist gut. Bei der späteren Frage „Das Unternehmen hat es mir leicht gemacht“ auf einer 7-Punkte-Skala ist hoch gut: scale_max 7 angeben und das Ergebnis umgekehrt lesen.',
  'Answers from scale_min to scale_max to “How much effort did it take?”.':
    'Antworten von scale_min bis scale_max auf „Wie viel Aufwand hat es gekostet?“.',
  'Customer satisfaction: the share of answers that are satisfied, 4 and 5 on a scale of 1 to 5 by default.':
    'Kundenzufriedenheit: der Anteil der zufriedenen Antworten, ohne Angabe 4 und 5 auf einer Skala von 1 bis 5.',
  'Answers to “How satisfied are you?”: numbers from scale_min to scale_max, or words such as good and bad, satisfied and dissatisfied, TRUE and FALSE.':
    'Antworten auf „Wie zufrieden sind Sie?“: Zahlen von scale_min bis scale_max oder Wörter wie good und bad, satisfied und dissatisfied, WAHR und FALSCH.',
  'Lowest answer that counts as satisfied. The top two answers when left out: 4 of 5; of 2 or 3 answers only the top one.':
    'Niedrigste Antwort, die als zufrieden zählt. Ohne Angabe die zwei höchsten Antworten: 4 von 5; bei 2 oder 3 Antworten nur die höchste.',
  'First-contact resolution: the share of cases solved with a single contact. With a resolved column, a case that is still open does not count as solved. With that column alone, =FCR(, B:B), it says of each case whether the first contact solved it.':
    'Erstlösungsquote (First-Contact Resolution): der Anteil der Fälle, die mit einem einzigen Kontakt gelöst wurden. Mit einer Spalte resolved zählt ein noch offener Fall nicht als gelöst. Mit dieser Spalte allein, =FCR(; B:B), sagt sie von jedem Fall, ob der erste Kontakt ihn gelöst hat.',
  'Number of contacts each case has needed so far. One each when left out.':
    'Anzahl der Kontakte, die jeder Fall bisher gebraucht hat. Ohne Angabe je einer.',
  'Whether each case is solved: TRUE or FALSE, 1 or 0, yes or no, solved or open. All are when left out.':
    'Ob jeder Fall gelöst ist: WAHR oder FALSCH, 1 oder 0, yes oder no, solved oder open. Ohne Angabe sind es alle.',
  'Net Promoter Score: promoters (9 or 10) minus detractors (0 to 6) per hundred answers, from -100 to 100.':
    'Net Promoter Score: Promotoren (9 oder 10) minus Detraktoren (0 bis 6) je hundert Antworten, von -100 bis 100.',
  'Answers from 0 to 10 to “How likely are you to recommend us?”.':
    'Antworten von 0 bis 10 auf „Wie wahrscheinlich ist es, dass Sie uns weiterempfehlen?“.',
  'Hours until cases are solved, the median by default. Hours of the clock, or working hours when an argument of the working calendar is given.':
    'Stunden, bis Fälle gelöst sind, ohne Angabe der Median. Stunden der Uhr oder, wenn ein Argument des Arbeitskalenders angegeben ist, Arbeitsstunden.',
  'Date and time each case was opened. Or, with closed left out, the hours that it took: numbers, duration cells, or text such as "1 h 23 m" or "99:30:00".':
    'Datum und Uhrzeit, zu der jeder Fall eröffnet wurde. Oder, wenn closed fehlt, die Stunden, die es dauerte: Zahlen, Zellen mit einer Dauer oder Text wie "1 h 23 m" oder "99:30:00".',
  'Date and time each case was solved. A blank cell means not yet: the case is not counted, so the answer is too short while many are open; SLA_COMPLIANCE counts it.':
    'Datum und Uhrzeit, zu der jeder Fall gelöst wurde. Eine leere Zelle heißt noch nicht: Der Fall wird nicht gezählt, das Ergebnis ist also zu kurz, solange viele offen sind; SLA_COMPLIANCE zählt ihn.',
  'Hours until customers get their first reply, the median by default. Hours of the clock, or working hours when an argument of the working calendar is given.':
    'Stunden, bis Kunden die erste Antwort erhalten, ohne Angabe der Median. Stunden der Uhr oder, wenn ein Argument des Arbeitskalenders angegeben ist, Arbeitsstunden.',
  'Date and time each customer wrote or called. Or, with replied left out, the hours that it took: numbers, duration cells, or text such as "1 h 23 m" or "99:30:00".':
    'Datum und Uhrzeit, zu der jeder Kunde geschrieben oder angerufen hat. Oder, wenn replied fehlt, die Stunden, die es dauerte: Zahlen, Zellen mit einer Dauer oder Text wie "1 h 23 m" oder "99:30:00".',
  'Date and time of the first reply. A blank cell means none yet: the case is not counted, though the customer waits; SLA_COMPLIANCE counts it.':
    'Datum und Uhrzeit der ersten Antwort. Eine leere Zelle heißt noch keine: Der Fall wird nicht gezählt, obwohl der Kunde wartet; SLA_COMPLIANCE zählt ihn.',
  'The share of cases handled inside the target time; exactly at the target is inside. A case that is still open counts as missed once its target has passed, and is left out before. Hours of the clock, or working hours when an argument of the working calendar is given.':
    'Der Anteil der Fälle, die innerhalb der Zielzeit bearbeitet wurden; genau zur Zielzeit ist innerhalb. Ein noch offener Fall zählt als verfehlt, sobald seine Zielzeit vorbei ist, und wird vorher ausgelassen. Stunden der Uhr oder, wenn ein Argument des Arbeitskalenders angegeben ist, Arbeitsstunden.',
  'Date and time each case came in. Or, with finished left out, the hours that it took: numbers, duration cells, or text such as "1 h 23 m" or "99:30:00".':
    'Datum und Uhrzeit, zu der jeder Fall eingegangen ist. Oder, wenn finished fehlt, die Stunden, die es dauerte: Zahlen, Zellen mit einer Dauer oder Text wie "1 h 23 m" oder "99:30:00".',
  'Date and time each case was answered or solved. A blank cell means not yet.':
    'Datum und Uhrzeit, zu der jeder Fall beantwortet oder gelöst wurde. Eine leere Zelle heißt noch nicht.',
  'Hours allowed: one for all, or one for each row; a number, a time cell such as 4:00, or text such as "30 min".':
    'Erlaubte Stunden: eine Angabe für alle oder eine je Zeile; eine Zahl, eine Zelle mit Uhrzeit wie 4:00 oder Text wie "30 min".',
  'Moment from which to look back, such as NOW(); what came later has not happened. A date without a time is the end of that day. The latest time in both columns when left out.':
    'Zeitpunkt, von dem aus zurückgeblickt wird, etwa JETZT(); was später kam, ist noch nicht geschehen. Ein Datum ohne Uhrzeit ist das Ende dieses Tages. Ohne Angabe die späteste Zeit beider Spalten.',
  'Share of the promises that were kept on time. A day that was promised lasts until its end, a time of day is meant to the minute. What is overdue and not delivered is late; what is not due yet is left out.':
    'Termintreue: der Anteil der Zusagen, die pünktlich eingehalten wurden. Ein zugesagter Tag dauert bis zu seinem Ende, eine Uhrzeit gilt auf die Minute. Was überfällig und nicht geliefert ist, ist verspätet; was noch nicht fällig ist, wird ausgelassen.',
  'Date promised for each delivery, with or without a time of day.':
    'Zugesagtes Datum jeder Lieferung, mit oder ohne Uhrzeit.',
  'When each one was delivered. Blank: not yet. Where a time of day was promised, give one here too: a date alone is the first minute of its day.':
    'Wann jede geliefert wurde. Leer: noch nicht. Wo eine Uhrzeit zugesagt war, auch hier eine angeben: Ein Datum allein ist die erste Minute seines Tages.',
  'Day or time from which to look back: later promises are left out and later deliveries have not happened. When left out: the latest delivery while something is open, the latest date in both columns when all or nothing is delivered.':
    'Tag oder Zeitpunkt, von dem aus zurückgeblickt wird: Spätere Zusagen werden ausgelassen, und spätere Lieferungen sind noch nicht geschehen. Ohne Angabe: die späteste Lieferung, solange etwas offen ist, das späteste Datum beider Spalten, wenn alles oder nichts geliefert ist.',
  'Days after the promised date that still count as on time. 0 when left out.':
    'Tage nach dem zugesagten Datum, die noch als pünktlich zählen. Ohne Angabe 0.',
  'Availability: the share of a period in which the service was up. Outages that overlap count once, and only as far as they lie in the period. No outages is 100%.':
    'Verfügbarkeit: der Anteil eines Zeitraums, in dem der Dienst lief. Ausfälle, die sich überschneiden, zählen einmal und nur, soweit sie im Zeitraum liegen. Kein Ausfall ist 100 %.',
  'Date and time each outage began. All blank: there was none.':
    'Datum und Uhrzeit, zu der jeder Ausfall begann. Alles leer: Es gab keinen.',
  'When each one was over. Blank: still down at to_time.': 'Wann jeder vorbei war. Leer: bei to_time noch ausgefallen.',
  'Start of the period: 2026-03-01 for March.': 'Beginn des Zeitraums: 2026-03-01 für den März.',
  'End of the period, which is no part of it: 2026-04-01 for March.':
    'Ende des Zeitraums, das nicht mehr zu ihm gehört: 2026-04-01 für den März.',
  'The colour of a KPI: green when the value is on target, amber when it misses by little, red otherwise. The target may be written as people write it: ">=95%", "< 2.5", "60%-70%", "under 5 min" or a plain number.':
    'Die Farbe eines KPI: green (grün), wenn der Wert das Ziel erreicht, amber (gelb), wenn er es knapp verfehlt, sonst red (rot). Das Ziel kann so geschrieben sein, wie man es schreibt: ">=95%", "< 2.5", "60%-70%", "under 5 min" oder einfach eine Zahl.',
  'The value reached, such as the cell of =FCR(…).': 'Der erreichte Wert, etwa die Zelle von =FCR(…).',
  'What to reach: ">= 95%", "at most 2.5", "70%-85%", "under 5 min", a number, or KPI_TARGET(…). Seconds, minutes and hours are compared with a value in hours, as RESPONSE_TIME gives it; days and weeks with a value in days, as TIME_TO_VALUE gives it; months and years with a value in months.':
    'Was zu erreichen ist: ">= 95%", "at most 2.5", "70%-85%", "under 5 min", eine Zahl oder KPI_TARGET(…). Sekunden, Minuten und Stunden werden mit einem Wert in Stunden verglichen, wie RESPONSE_TIME ihn gibt; Tage und Wochen mit einem Wert in Tagen, wie TIME_TO_VALUE ihn gibt; Monate und Jahre mit einem Wert in Monaten.',
  'Which way is better.': 'Welche Richtung besser ist.',
  'as the target says; a plain number or a range is reached from below, so more than the range is green; a time is not to be exceeded':
    'wie das Ziel es sagt; eine einfache Zahl oder ein Bereich wird von unten erreicht, mehr als der Bereich ist also green; eine Zeit soll nicht überschritten werden',
  'at least the number, or the lower end of the range': 'mindestens die Zahl oder das untere Ende des Bereichs',
  'at most the number, or the upper end of the range': 'höchstens die Zahl oder das obere Ende des Bereichs',
  'inside the range, neither below nor above': 'innerhalb des Bereichs, weder darunter noch darüber',
  'How far a value may miss the target and still be amber, as a share of it. 10% when left out. Of a target above 95% and below 100%, such as 99.9%, it is a share of what may fail: 10% of 0.1%.':
    'Wie weit ein Wert das Ziel verfehlen und noch amber sein darf, als Anteil am Ziel. Ohne Angabe 10 %. Bei einem Ziel über 95 % und unter 100 %, etwa 99,9 %, ist es ein Anteil an dem, was ausfallen darf: 10 % von 0,1 %.',
  'Any function of this list that gives one number, worked out for each segment, month or day. rows counts the rows of a segment, also those without an answer. A segment with nothing to compute from has a blank value. In detail each rate has its part and whole, the limits low and high, and a verdict: whether it differs from all other rows together.':
    'Jede Funktion dieser Liste, die eine Zahl gibt, für jedes Segment, jeden Monat oder Tag berechnet. rows zählt die Zeilen eines Segments, auch die ohne Antwort. Ein Segment, aus dem sich nichts berechnen lässt, hat einen leeren Wert. Bei detail hat jede Rate ihren Teil und ihr Ganzes, die Grenzen low und high und ein Urteil: ob sie sich von allen anderen Zeilen zusammen unterscheidet.',
  'Name of the function in quotes, such as "CSAT". Segments stand in the order of their names; "CSAT desc" puts the largest value first, "CSAT asc" the smallest. "CSAT detail" says how sure each rate is and whether it differs from the rest; "CSAT detail 90%" with limits of 90%.':
    'Name der Funktion in Anführungszeichen, etwa "CSAT". Die Segmente stehen in der Reihenfolge ihrer Namen; "CSAT desc" stellt den größten Wert an den Anfang, "CSAT asc" den kleinsten. "CSAT detail" sagt, wie sicher jede Rate ist und ob sie sich vom Rest unterscheidet; "CSAT detail 90%" mit Grenzen von 90 %.',
  'Segment of each row, such as channel or region, or a date. A row without one is left out. Each day is a segment of its own: for months give the first day of the month.':
    'Segment jeder Zeile, etwa Kanal oder Region, oder ein Datum. Eine Zeile ohne Segment wird ausgelassen. Jeder Tag ist ein eigenes Segment: Für Monate den ersten Tag des Monats angeben.',
  'Arguments of that function in their order: columns as high as groups, then single options. Where the function takes a single number, money and counts of a segment’s rows are added up; a rate, a price or a mean must be one cell for all, or one row for each segment.':
    'Argumente dieser Funktion in ihrer Reihenfolge: Spalten so hoch wie groups, dann einzelne Optionen. Wo die Funktion eine einzelne Zahl nimmt, werden Geld und Anzahlen der Zeilen eines Segments summiert; eine Rate, ein Preis oder ein Mittelwert muss eine Zelle für alle oder eine Zeile je Segment sein.',
  'The share of rows that say yes, such as the churn of a column Churned with Yes and No. With which, the share of rows whose value is one of those that it names.':
    'Der Anteil der Zeilen, die ja sagen, etwa die Abwanderung aus einer Spalte Churned mit Yes und No. Mit which der Anteil der Zeilen, deren Wert einer der dort genannten ist.',
  'Yes or no, TRUE or FALSE, 1 or 0 in each row; with which any value. A row without one is left out.':
    'Yes oder No, WAHR oder FALSCH, 1 oder 0 in jeder Zeile; mit which jeder Wert. Eine Zeile ohne Wert wird ausgelassen.',
  'The value that counts, such as "Churned", or a short list of values, in any case. One at least must be in the data. Yes when left out.':
    'Der Wert, der zählt, etwa "Churned", oder eine kurze Liste von Werten, in beliebiger Groß- und Kleinschreibung. Mindestens einer muss in den Daten vorkommen. Ohne Angabe Yes.',
  'Whether variant B converts better than variant A, or the difference may be chance: both rates, the lift (difference over rate_a), the limits that the true difference probably lies between, and how likely so large a difference would be if both were alike (p_value). Small samples get an exact test; the verdict names it.':
    'Ob Variante B besser konvertiert als Variante A oder der Unterschied Zufall sein kann: beide Raten, der Uplift (Differenz geteilt durch rate_a), die Grenzen, zwischen denen die wahre Differenz wahrscheinlich liegt, und wie wahrscheinlich eine so große Differenz wäre, wenn beide gleich wären (p_value). Kleine Stichproben erhalten einen exakten Test; das Urteil nennt ihn.',
  'How many people saw variant A.': 'Wie viele Personen Variante A gesehen haben.',
  'How many of them converted.': 'Wie viele davon konvertiert sind.',
  'How many people saw variant B.': 'Wie viele Personen Variante B gesehen haben.',
  'Confidence of the limits low and high. One variant is better when p_value is below what it leaves: 5% when left out, as it is 95% then. Looking again and again while the test runs finds differences that are none.':
    'Konfidenz der Grenzen low und high. Eine Variante ist besser, wenn p_value unter dem liegt, was sie übrig lässt: ohne Angabe 5 %, da sie dann 95 % ist. Wer während des Tests immer wieder nachsieht, findet Unterschiede, die keine sind.',
}
