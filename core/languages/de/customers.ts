// German, translated without a native reader: docs/languages.md says how to correct a sentence.
import type { Texts } from '../language.ts'

/** How people become customers, and whether they stay. */
export const customers: Texts = {
  'The share of new users who reached the activation step within a number of days of signing up, 14 by default. Users who signed up too recently to have had all those days are left out.':
    'Der Anteil neuer Nutzer, die den Aktivierungsschritt innerhalb einer Anzahl von Tagen nach der Anmeldung erreicht haben, ohne Angabe 14. Nutzer, deren Anmeldung noch nicht so viele Tage her ist, werden ausgelassen.',
  'Day each user signed up.': 'Tag, an dem sich jeder Nutzer angemeldet hat.',
  'Day each user activated. A blank cell means not yet.':
    'Tag, an dem jeder Nutzer aktiviert wurde. Eine leere Zelle heißt noch nicht.',
  'Days after the sign-up in which activation counts, the last one included. 14 when left out.':
    'Tage nach der Anmeldung, in denen die Aktivierung zählt, der letzte eingeschlossen. Ohne Angabe 14.',
  'Day from which to look back; what came later has not happened. The latest date in both columns when left out.':
    'Tag, von dem aus zurückgeblickt wird; was später kam, ist noch nicht geschehen. Ohne Angabe das späteste Datum beider Spalten.',
  'The share of people who did what you hoped for, such as visitors who bought. With a confidence level it is a table that also says between which limits the true rate probably lies (Wilson’s interval).':
    'Der Anteil der Personen, die getan haben, was erhofft war, etwa der Besucher, die gekauft haben. Mit einem Konfidenzniveau ist es eine Tabelle, die auch sagt, zwischen welchen Grenzen die wahre Rate wahrscheinlich liegt (Wilson-Intervall).',
  'How many converted.': 'Wie viele konvertiert sind.',
  'How many could have, those who converted included.':
    'Wie viele es hätten tun können, die Konvertierten eingeschlossen.',
  'Confidence of the limits, such as 95%. No limits when left out.':
    'Konfidenz der Grenzen, etwa 95 %. Ohne Angabe keine Grenzen.',
  'How many people get from each stage of a journey to the next: the rate of each step, the rate from the very start, and how many are lost on the way. A stage larger than the one before shows a rate above 1: people enter there from elsewhere.':
    'Wie viele Personen von jeder Stufe einer Customer Journey zur nächsten gelangen: die Rate jedes Schritts, die Rate vom Anfang an und wie viele unterwegs verloren gehen. Eine Stufe, die größer ist als die davor, zeigt eine Rate über 1: Dort kommen Personen von anderswo hinzu.',
  'Names of the stages, the first one on top.': 'Namen der Stufen, die erste oben.',
  'How many people reached each stage.': 'Wie viele Personen jede Stufe erreicht haben.',
  'Stickiness (DAU/MAU): the users of an average day as a share of the users of the month. 0.5 means that a user comes every other day.':
    'Stickiness (DAU/MAU): die Nutzer eines durchschnittlichen Tages als Anteil an den Nutzern des Monats. 0,5 heißt, dass ein Nutzer jeden zweiten Tag kommt.',
  'Users active on each day of the month; of several days the mean is taken.':
    'Nutzer, die an jedem Tag des Monats aktiv waren; bei mehreren Tagen gilt der Mittelwert.',
  'Different users active at any time in that month.':
    'Verschiedene Nutzer, die in diesem Monat irgendwann aktiv waren.',
  'Customer (logo) churn: the share of customers lost in a period.':
    'Kundenabwanderung (Logo Churn): der Anteil der Kunden, die in einem Zeitraum verloren gingen.',
  'Customers lost in the period. With method start, only those who were there at the start.':
    'Im Zeitraum verlorene Kunden. Bei der Methode start nur solche, die zu Beginn da waren.',
  'Customers won in the period. Only the methods average and exposure use it. 0 when left out.':
    'Im Zeitraum gewonnene Kunden. Nur die Methoden average und exposure verwenden sie. Ohne Angabe 0.',
  'What the lost customers are divided by.': 'Wodurch die verlorenen Kunden geteilt werden.',
  'the customers at the start': 'die Kunden zu Beginn',
  'the mean of the customers at the start and at the end, for fast growth':
    'der Mittelwert der Kunden zu Beginn und am Ende, für schnelles Wachstum',
  'the customers at the start plus half of the new ones, who were at risk for half the period':
    'die Kunden zu Beginn plus die Hälfte der neuen, die während des halben Zeitraums abwandern konnten',
  'Cohort triangle: customers grouped by the period of their first order, and the share of each group that came back in every period after it. A cell of 0 is a period in which nobody came back; a blank one is still to come.':
    'Kohortendreieck: Kunden, gruppiert nach der Periode ihrer ersten Bestellung, und der Anteil jeder Gruppe, der in jeder Periode danach wiederkam. Eine Zelle mit 0 ist eine Periode, in der niemand wiederkam; eine leere steht noch aus.',
  'When a customer counts as retained in a period.': 'Wann ein Kunde in einer Periode als gehalten zählt.',
  'with an order in that very period': 'mit einer Bestellung in genau dieser Periode',
  'with an order in that period or any later one': 'mit einer Bestellung in dieser oder irgendeiner späteren Periode',
  'the share of the cohort': 'der Anteil der Kohorte',
  'the number of customers': 'die Anzahl der Kunden',
  'Cohort money: customers grouped by the period of their first order, and what each group brought in every period after it. 0 is a period in which nobody of them bought; blank is still to come.':
    'Kohortenumsatz: Kunden, gruppiert nach der Periode ihrer ersten Bestellung, und was jede Gruppe in jeder Periode danach eingebracht hat. 0 ist eine Periode, in der niemand von ihnen kaufte; leer steht noch aus.',
  'Amount of each order. A negative one is a refund: it lowers the revenue of its period, and is no order, so that it makes no customer; one before the customer’s first order is left out. A row without an amount is left out too.':
    'Betrag jeder Bestellung. Ein negativer ist eine Erstattung: Er mindert den Umsatz seiner Periode und ist keine Bestellung, macht also niemanden zum Kunden; einer vor der ersten Bestellung des Kunden wird ausgelassen. Eine Zeile ohne Betrag wird ebenfalls ausgelassen.',
  'the revenue of the cohort in that period': 'der Umsatz der Kohorte in dieser Periode',
  'that revenue for each customer the cohort began with': 'dieser Umsatz für jeden Kunden, mit dem die Kohorte begann',
  'what a customer of the cohort has brought up to then, the periods before included: lifetime revenue so far':
    'was ein Kunde der Kohorte bis dahin eingebracht hat, die Perioden davor eingeschlossen: der bisherige Lifetime-Umsatz',
  'the revenue as a share of that of period 0, blank where that is not above 0':
    'der Umsatz als Anteil an dem von Periode 0, leer, wo dieser nicht über 0 liegt',
  'Gross revenue retention: the share of the recurring revenue at the start of the period that is still there at its end. What customers pay more does not count, so it is 100% at most.':
    'Brutto-Umsatzbindung (Gross Revenue Retention): der Anteil des wiederkehrenden Umsatzes vom Beginn des Zeitraums, der an dessen Ende noch da ist. Was Kunden mehr zahlen, zählt nicht, also sind es höchstens 100 %.',
  'What customers who left had paid at the start, as a positive number. New and reactivated customers stay out.':
    'Was Kunden, die gegangen sind, zu Beginn gezahlt hatten, als positive Zahl. Neue und reaktivierte Kunden bleiben außen vor.',
  'Why recurring revenue moved, period by period: new customers, expansion, contraction, churned and reactivated customers, from opening to closing. Losses are positive numbers unless asked otherwise. In the first period all is new, as nothing is known before it. The rows are a billing log, or a list of subscriptions when end_dates is given.':
    'Warum sich der wiederkehrende Umsatz bewegt hat, Periode für Periode: neue Kunden, Erweiterung, Verringerung, abgewanderte und reaktivierte Kunden, vom Anfangs- zum Endbestand. Verluste sind positive Zahlen, wenn nichts anderes gewünscht ist. In der ersten Periode ist alles neu, da nichts davor bekannt ist. Die Zeilen sind ein Abrechnungsprotokoll oder, wenn end_dates angegeben ist, eine Liste von Abonnements.',
  'Customer of each row of a billing log, or of each subscription.':
    'Kunde jeder Zeile eines Abrechnungsprotokolls oder jedes Abonnements.',
  'A day in the period that the row belongs to; with end_dates the day each subscription starts.':
    'Ein Tag in der Periode, zu der die Zeile gehört; mit end_dates der Tag, an dem jedes Abonnement beginnt.',
  'Recurring revenue of that customer in that period. Several rows add up; no row, 0 or a credit alone means none in that period. With end_dates what the subscription brings in every period.':
    'Wiederkehrender Umsatz dieses Kunden in dieser Periode. Mehrere Zeilen werden summiert; keine Zeile, 0 oder nur eine Gutschrift heißt keiner in dieser Periode. Mit end_dates das, was das Abonnement in jeder Periode einbringt.',
  'Length of a period. Leave out the rows of one that is not billed in full yet: customers of a log without a row in the last period count as churned.':
    'Länge einer Periode. Die Zeilen einer noch nicht vollständig abgerechneten weglassen: Kunden eines Protokolls ohne Zeile in der letzten Periode zählen als abgewandert.',
  'For a list with one row a subscription: the day each ended, blank while it runs. It counts in a period if it runs at its end: new in the period of its start, churned in the period in which it ends. Where another one of the customer starts on that day or the day after, it hands over.':
    'Für eine Liste mit einer Zeile je Abonnement: der Tag, an dem es endete, leer, solange es läuft. Es zählt in einer Periode, wenn es an deren Ende läuft: neu in der Periode seines Beginns, abgewandert in der Periode, in der es endet. Beginnt an diesem Tag oder am Tag danach ein anderes desselben Kunden, so schließt dieses an.',
  'Last day looked at, in the last period; later rows and ends are ignored. The latest date in the data when left out.':
    'Letzter Tag, der betrachtet wird, in der letzten Periode; spätere Zeilen und Enden bleiben unberücksichtigt. Ohne Angabe das späteste Datum der Daten.',
  'How contraction and churned revenue are written.': 'Wie verringerter und abgewanderter Umsatz geschrieben wird.',
  'as amounts that were lost': 'als Beträge, die verloren gingen',
  'below zero, so that opening and the movements add up to closing, as a waterfall wants them':
    'unter null, sodass Anfangsbestand und Bewegungen zusammen den Endbestand ergeben, wie ein Wasserfalldiagramm es braucht',
  'Net revenue retention: what the customers of the start of the period pay at its end, as a share of what they paid at the start. Above 100% they grow more than they lose; new and reactivated customers stay out.':
    'Netto-Umsatzbindung (Net Revenue Retention): was die Kunden vom Beginn des Zeitraums an dessen Ende zahlen, als Anteil an dem, was sie zu Beginn zahlten. Über 100 % wachsen sie mehr, als sie verlieren; neue und reaktivierte Kunden bleiben außen vor.',
  'What customers of the start pay more. New and reactivated customers stay out.':
    'Was Kunden vom Beginn mehr zahlen. Neue und reaktivierte Kunden bleiben außen vor.',
  'What customers who left had paid at the start, as a positive number.':
    'Was Kunden, die gegangen sind, zu Beginn gezahlt hatten, als positive Zahl.',
  'The share of customers who bought again within a number of days of their first order, 365 by default. Two orders on one day are one purchase, and customers too new to have had all those days are left out.':
    'Wiederkaufsrate: der Anteil der Kunden, die innerhalb einer Anzahl von Tagen nach ihrer ersten Bestellung erneut gekauft haben, ohne Angabe 365. Zwei Bestellungen an einem Tag sind ein Kauf, und Kunden, deren erste Bestellung noch nicht so viele Tage her ist, werden ausgelassen.',
  'Date of each order. Another order counts from the next day on: distinct days count, not orders.':
    'Datum jeder Bestellung. Eine weitere Bestellung zählt ab dem nächsten Tag: Es zählen verschiedene Tage, nicht Bestellungen.',
  'Days after the first order in which another one counts, the last one included. 365 when left out.':
    'Tage nach der ersten Bestellung, in denen eine weitere zählt, der letzte eingeschlossen. Ohne Angabe 365.',
  'Last day looked at; later orders are ignored. The latest date in the data when left out.':
    'Letzter Tag, der betrachtet wird; spätere Bestellungen bleiben unberücksichtigt. Ohne Angabe das späteste Datum der Daten.',
  'Share of the customers at the start of a period who are still customers at its end. New customers do not count.':
    'Kundenbindungsrate: der Anteil der Kunden vom Beginn eines Zeitraums, die an dessen Ende noch Kunden sind. Neue Kunden zählen nicht.',
  'All customers at the end of the period, the new ones included.':
    'Alle Kunden am Ende des Zeitraums, die neuen eingeschlossen.',
  'Customers at the end who were none at the start: won in the period, or won back. They are taken off again.':
    'Kunden am Ende, die zu Beginn keine waren: im Zeitraum gewonnen oder zurückgewonnen. Sie werden wieder abgezogen.',
  'Customer lifetime value from a list of orders: for each customer the chance that they still are one, the orders and the spend per order to expect, and the margin of these orders over the months to come. It learns from all customers together (the BG/NBD and gamma-gamma models); with fewer than about a hundred it is a rough guess. After a single order nobody can have left yet in the model: a p_alive of 1 there says nothing. Where repeat orders tell nothing of spend, expected_spend and clv are blank and the last row says why. CLV_BACKTEST tells how well it would have foretold the past.':
    'Kundenwert (Customer Lifetime Value) aus einer Liste von Bestellungen: für jeden Kunden die Wahrscheinlichkeit, dass er noch einer ist, die zu erwartenden Bestellungen und Ausgaben je Bestellung und die Marge dieser Bestellungen in den kommenden Monaten. Gelernt wird von allen Kunden zusammen (Modelle BG/NBD und Gamma-Gamma); mit weniger als etwa hundert ist es eine grobe Schätzung. Nach einer einzigen Bestellung kann im Modell noch niemand gegangen sein: p_alive 1 sagt dort nichts. Wo wiederholte Bestellungen nichts über die Ausgaben sagen, sind expected_spend und clv leer, und die letzte Zeile sagt, warum. CLV_BACKTEST sagt, wie gut die Vergangenheit vorhergesagt worden wäre.',
  'Date of each order. All orders of a customer on one day are one order.':
    'Datum jeder Bestellung. Alle Bestellungen eines Kunden an einem Tag sind eine Bestellung.',
  'Amount of each order. A negative one is a refund of the latest order before it: it lowers that spend, and is no order. A customer whose repeat orders came to less than 0 counts as one who spent 0.':
    'Betrag jeder Bestellung. Ein negativer ist eine Erstattung der letzten Bestellung davor: Er mindert deren Betrag und ist keine Bestellung. Ein Kunde, dessen wiederholte Bestellungen zusammen weniger als 0 ergeben, zählt als einer, der 0 ausgegeben hat.',
  'Gross margin as a share of the amounts.': 'Bruttomarge als Anteil an den Beträgen.',
  'How many months to look ahead, of 30.4375 days. 12 when left out.':
    'Wie viele Monate zu 30,4375 Tagen vorausgeblickt wird. Ohne Angabe 12.',
  'Per year, such as 10%: what comes in a month is discounted from its end, at a monthly rate of (1 + 10%)^(1/12) - 1. 0 when left out, and clv is then margin x orders x spend.':
    'Diskontsatz je Jahr, etwa 10 %: Was in einem Monat kommt, wird von dessen Ende an abgezinst, mit einem Monatssatz von (1 + 10%)^(1/12) - 1. Ohne Angabe 0, und clv ist dann Marge x Bestellungen x Ausgaben.',
  'Day from which to look ahead; later orders are ignored. The latest date in the data when left out.':
    'Tag, von dem aus vorausgeblickt wird; spätere Bestellungen bleiben unberücksichtigt. Ohne Angabe das späteste Datum der Daten.',
  'What the table says.': 'Was die Tabelle sagt.',
  'what to expect of each customer, on average': 'was von jedem Kunden im Durchschnitt zu erwarten ist',
  'also low and high, between which 95 of 100 such customers will be, a row All with those of the total, and how sure this is in words':
    'dazu low und high, zwischen denen 95 von 100 solchen Kunden liegen werden, eine Zeile All mit denen der Summe und in Worten, wie sicher das ist',
  'Recency, frequency and money: days since the last order, orders and revenue of each customer, each scored from 1 (worst) to 5 (best) among all customers, with a segment name such as Champions or At risk. The name follows from r and from the mean of f and m.':
    'Recency, Frequency, Monetary Value: Tage seit der letzten Bestellung, Bestellungen und Umsatz jedes Kunden, jeweils mit Punkten von 1 (schlechteste) bis 5 (beste) unter allen Kunden, dazu ein Segmentname wie Champions oder At risk. Der Name ergibt sich aus r und aus dem Mittelwert von f und m.',
  'Amount of each order. A negative one is a refund: it lowers the revenue, and is no order.':
    'Betrag jeder Bestellung. Ein negativer ist eine Erstattung: Er mindert den Umsatz und ist keine Bestellung.',
  'Day from which recency counts back; later orders are ignored. The latest date in the data when left out.':
    'Tag, von dem aus die Recency zurückzählt; spätere Bestellungen bleiben unberücksichtigt. Ohne Angabe das späteste Datum der Daten.',
  'Highest score. 5 when left out: the scores are cut at every fifth of the customers.':
    'Höchste Punktzahl. Ohne Angabe 5: Die Grenzen liegen bei jedem Fünftel der Kunden.',
}
