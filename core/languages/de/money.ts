// German, translated without a native reader: docs/languages.md says how to correct a sentence.
import type { Texts } from '../language.ts'

/** What a customer is worth, whether spending pays, and which channel works. */
export const money: Texts = {
  'Average revenue per user (account, customer) of a period. Revenue is added up; give the customers at the start and at the end, and their mean is used.':
    'Durchschnittlicher Umsatz je Nutzer (Konto, Kunde) in einem Zeitraum. Der Umsatz wird summiert; werden die Kunden zu Beginn und am Ende angegeben, gilt ihr Mittelwert.',
  'Revenue of the period; a range is added up.': 'Umsatz des Zeitraums; ein Bereich wird summiert.',
  'Active customers; of several cells the mean, such as opening and closing.':
    'Aktive Kunden; bei mehreren Zellen der Mittelwert, etwa aus Anfangs- und Endbestand.',
  'Customer acquisition cost: what it took to win one customer. Ranges are added up. With paid_costs alone it is the paid (media) CAC; add organic_costs, such as content, staff and tools, for the fully loaded one.':
    'Kundenakquisitionskosten: was es gekostet hat, einen Kunden zu gewinnen. Bereiche werden summiert. Mit paid_costs allein sind es die CAC der bezahlten Werbung (Paid CAC); mit organic_costs, etwa für Inhalte, Personal und Werkzeuge, die vollen Kosten (Fully Loaded CAC).',
  'Marketing and sales costs of the period.': 'Marketing- und Vertriebskosten des Zeitraums.',
  'Customers won in the same period.': 'Im selben Zeitraum gewonnene Kunden.',
  'Content, staff and tool costs of the period. None when left out.':
    'Kosten des Zeitraums für Inhalte, Personal und Werkzeuge. Ohne Angabe keine.',
  'Months until the margin of a customer has earned back the cost of winning them. With a churn rate, the customers who leave on the way no longer pay; the first payment counts at once.':
    'Monate, bis die Marge eines Kunden die Kosten seiner Gewinnung eingebracht hat. Mit einer Abwanderungsrate zahlen die Kunden, die unterwegs gehen, nicht mehr; die erste Zahlung zählt sofort.',
  'Cost to win one customer.': 'Kosten, um einen Kunden zu gewinnen.',
  'Revenue per customer per month.': 'Umsatz je Kunde und Monat.',
  'Share of customers lost per month. 0 when left out.':
    'Anteil der Kunden, die je Monat verloren gehen. Ohne Angabe 0.',
  'Customer lifetime value: the gross margin one customer is expected to bring. The first payment counts at once, the next after one period, and so on.':
    'Kundenwert (Customer Lifetime Value): die Bruttomarge, die von einem Kunden zu erwarten ist. Die erste Zahlung zählt sofort, die nächste nach einer Periode und so weiter.',
  'Revenue per customer (account) per period.': 'Umsatz je Kunde (Konto) und Periode.',
  'Share of customers lost per period. Same period as arpa.':
    'Anteil der Kunden, die je Periode verloren gehen. Dieselbe Periode wie bei arpa.',
  'Per period, the same as the other arguments: per month where those are monthly. 10% a year is 0.797% a month, =(1+10%)^(1/12)-1. 0 when left out.':
    'Diskontsatz je Periode, derselben wie bei den anderen Argumenten: je Monat, wenn diese monatlich sind. 10 % im Jahr sind 0,797 % im Monat, =(1+10%)^(1/12)-1. Ohne Angabe 0.',
  'Payments counted at most. No limit when left out.': 'Höchstens gezählte Zahlungen. Ohne Angabe unbegrenzt.',
  'How much the margin of a customer who stays grows in every period, such as 1%; below 0 it shrinks. Same period as the other arguments. 0 when left out.':
    'Um wie viel die Marge eines Kunden, der bleibt, in jeder Periode wächst, etwa 1 %; unter 0 schrumpft sie. Dieselbe Periode wie bei den anderen Argumenten. Ohne Angabe 0.',
  'Lifetime value of a customer for each unit of money spent to win one. 3 or more is called healthy.':
    'Kundenwert (LTV) für jede Geldeinheit, die ausgegeben wurde, um einen Kunden zu gewinnen. 3 oder mehr gilt als gesund.',
  'Lifetime value of a customer, for instance from LTV.':
    'Wert eines Kunden über die Kundenbeziehung, zum Beispiel aus LTV.',
  'Cost to win a customer, for instance from CAC.': 'Kosten, um einen Kunden zu gewinnen, zum Beispiel aus CAC.',
  'Share of the market: our sales over all sales, both in money (value share) or both in units (volume share).':
    'Marktanteil: der eigene Absatz geteilt durch den gesamten, beide in Geld (wertmäßig) oder beide in Stück (mengenmäßig).',
  'Our sales.': 'Eigener Absatz.',
  'Sales of the whole market, ours included, in the same unit.':
    'Absatz des gesamten Marktes einschließlich des eigenen, in derselben Einheit.',
  'Relative change from before to now: 0.2 is a growth of 20%. From a negative value a relative change says nothing, so it is an error.':
    'Relative Veränderung von vorher zu jetzt: 0,2 ist ein Wachstum von 20 %. Von einem negativen Wert aus sagt eine relative Veränderung nichts, deshalb ist sie ein Fehler.',
  'The new value.': 'Der neue Wert.',
  'The old value.': 'Der alte Wert.',
  'Return on ad spend: the revenue attributed to advertising for each unit of money spent on it. 4 is four to one.':
    'Return on Ad Spend: der Umsatz, der der Werbung zugerechnet wird, für jede Geldeinheit, die für sie ausgegeben wurde. 4 heißt vier zu eins.',
  'Revenue attributed to the ads; a range is added up.':
    'Den Anzeigen zugerechneter Umsatz; ein Bereich wird summiert.',
  'Spend on those ads; a range is added up.': 'Ausgaben für diese Anzeigen; ein Bereich wird summiert.',
  'Return on investment: what came back beyond the cost, as a share of the cost. 0 means the money has just come back.':
    'Kapitalrendite (Return on Investment): was über die Kosten hinaus zurückkam, als Anteil an den Kosten. 0 heißt, dass das Geld gerade wieder eingenommen ist.',
  'Everything that came back, the cost not yet taken off.': 'Alles, was zurückkam, die Kosten noch nicht abgezogen.',
  'What was put in.': 'Was eingesetzt wurde.',
  'Return on marketing investment: the margin that a campaign earned beyond its cost, as a share of the cost. 0 means it has just paid for itself; compare ROAS, which is revenue over spend.':
    'Return on Marketing Investment: die Marge, die eine Kampagne über ihre Kosten hinaus verdient hat, als Anteil an den Kosten. 0 heißt, dass sie sich gerade bezahlt gemacht hat; zum Vergleich: ROAS ist Umsatz geteilt durch Ausgaben.',
  'Revenue that would not have come without the campaign.': 'Umsatz, der ohne die Kampagne nicht gekommen wäre.',
  'Cost of the campaign.': 'Kosten der Kampagne.',
  'Growth rate plus profit margin, both as fractions of revenue. 0.4 or more is called healthy for a software firm.':
    'Wachstumsrate plus Gewinnmarge, beide als Anteile am Umsatz. 0,4 oder mehr gilt bei einem Softwareunternehmen als gesund.',
  'Revenue growth over a year.': 'Umsatzwachstum über ein Jahr.',
  'Profit margin of the same year; say which one you use, EBITDA or free cash flow.':
    'Gewinnmarge desselben Jahres; dazusagen, welche verwendet wird, EBITDA oder freier Cashflow.',
  'Which marketing channel gets the credit for conversions: the conversions of each path, shared out over its touches by the model you choose. All credits add up to all conversions; a path without a touch goes to (unattributed).':
    'Welchem Marketingkanal die Conversions zugerechnet werden: Die Conversions jedes Pfades werden nach dem gewählten Modell auf seine Kontakte verteilt. Alle Anteile ergeben zusammen alle Conversions; ein Pfad ohne Kontakt geht an (unattributed).',
  'Touches in order of time with > between them: search > mail > search. Blank: no known touch. With no other column, leave the header out.':
    'Kontakte in zeitlicher Reihenfolge mit > dazwischen: search > mail > search. Leer: kein bekannter Kontakt. Ohne eine weitere Spalte die Überschrift weglassen.',
  'Customers of that path who converted. 1 each when left out, 0 where blank.':
    'Kunden dieses Pfades mit Conversion. Ohne Angabe je 1, bei leerer Zelle 0.',
  'How a path’s conversions are shared out.': 'Wie die Conversions eines Pfades verteilt werden.',
  'all to the first touch': 'alles an den ersten Kontakt',
  'all to the last touch': 'alles an den letzten Kontakt',
  'every touch alike, repeats count': 'jeder Kontakt gleich, Wiederholungen zählen',
  '40% to the first touch, 40% to the last, 20% to those between; half each where there are two':
    '40 % an den ersten Kontakt, 40 % an den letzten, 20 % an die dazwischen; je die Hälfte, wenn es zwei sind',
  'the closer to the conversion, the more': 'je näher an der Conversion, desto mehr',
  'by the share of conversions that would be lost without the channel':
    'nach dem Anteil der Conversions, der ohne den Kanal verloren ginge',
  'every channel of a path alike, repeats do not count': 'jeder Kanal eines Pfades gleich, Wiederholungen zählen nicht',
  'Customers of that path who did not convert. Only markov uses them, and gives other credits with than without. 0 when left out or blank.':
    'Kunden dieses Pfades ohne Conversion. Nur markov verwendet sie und verteilt mit ihnen anders als ohne sie. Ohne Angabe oder bei leerer Zelle 0.',
  'Value of that path’s conversions, shared out alike. 0 where blank.':
    'Wert der Conversions dieses Pfades, ebenso verteilt. Bei leerer Zelle 0.',
  'Touches after which credit halves, with decay. 1 when left out: each touch has half of the next one.':
    'Kontakte, nach denen sich der Anteil halbiert, bei decay. Ohne Angabe 1: Jeder Kontakt hat die Hälfte des nächsten.',
  'What the table tells of each channel.': 'Was die Tabelle über jeden Kanal sagt.',
  'its credit': 'sein Anteil',
  'the removal effect as well, the share of the conversions with a touch that would be lost without the channel; only markov has it, and (unattributed) has none':
    'dazu der Removal-Effekt: der Anteil der Conversions mit einem Kontakt, der ohne den Kanal verloren ginge; nur markov hat ihn, und (unattributed) hat keinen',
  'Redemption rate of a promotion: the share of the offers handed out (coupons, codes, vouchers) that were used.':
    'Einlösequote einer Aktion: der Anteil der ausgegebenen Angebote (Coupons, Codes, Gutscheine), die eingelöst wurden.',
  'Offers that were used.': 'Angebote, die eingelöst wurden.',
  'Offers that were handed out. Same offers as redeemed.':
    'Angebote, die ausgegeben wurden. Dieselben Angebote wie bei redeemed.',
}
