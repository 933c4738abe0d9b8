// German, translated without a native reader: docs/languages.md says how to correct a sentence.
import type { Texts } from '../language.ts'

/** What several of the functions say. */
export const shared: Texts = {
  'Gross margin as a share of revenue.': 'Bruttomarge als Anteil am Umsatz.',
  'How many rows each row stands for, where the data is a summary: 250 beside a 10 for 250 answers of 10. A row with 0 or a blank is left out. Each row stands for itself when left out.':
    'Für wie viele Zeilen jede Zeile steht, wenn die Daten eine Zusammenfassung sind: 250 neben einer 10 für 250 Antworten mit 10. Eine Zeile mit 0 oder ohne Wert wird ausgelassen. Ohne Angabe steht jede Zeile für sich selbst.',
  'Customers at the start of the period.': 'Kunden zu Beginn des Zeitraums.',
  'Customer of each order.': 'Kunde jeder Bestellung.',
  'Date of each order.': 'Datum jeder Bestellung.',
  'Length of a period.': 'Länge einer Periode.',
  'calendar days': 'Kalendertage',
  'weeks from Monday': 'Wochen ab Montag',
  'calendar months': 'Kalendermonate',
  'calendar quarters': 'Kalenderquartale',
  'calendar years': 'Kalenderjahre',
  'What the cells hold.': 'Was in den Zellen steht.',
  'Last day looked at; later orders are ignored. The latest date in the data when left out. The period it falls in counts so far: give the last day of a finished period to leave out the one that is not over.':
    'Letzter Tag, der betrachtet wird; spätere Bestellungen bleiben unberücksichtigt. Ohne Angabe das späteste Datum der Daten. Die Periode, in die er fällt, zählt, soweit sie vergangen ist: Um eine nicht beendete Periode auszulassen, den letzten Tag einer beendeten angeben.',
  'How many customers with just these rows each id stands for, where the data is a summary of a log. The same number in every row of an id. Each id is one customer when left out.':
    'Für wie viele Kunden mit genau diesen Zeilen jede Kennung steht, wenn die Daten die Zusammenfassung eines Protokolls sind. In jeder Zeile einer Kennung dieselbe Zahl. Ohne Angabe ist jede Kennung ein Kunde.',
  'Monthly recurring revenue at the start of the period.': 'Monatlich wiederkehrender Umsatz zu Beginn des Zeitraums.',
  'What customers of the start who stay pay less, as a positive number.':
    'Was Kunden vom Beginn, die bleiben, weniger zahlen, als positive Zahl.',
  'Highest possible answer. 5 when left out.': 'Höchste mögliche Antwort. Ohne Angabe 5.',
  'Lowest possible answer, such as 0 on a scale of 0 to 10. 1 when left out.':
    'Niedrigste mögliche Antwort, etwa 0 auf einer Skala von 0 bis 10. Ohne Angabe 1.',
  'What is wanted.': 'Was gewünscht ist.',
  'half of the cases took no longer': 'die Hälfte der Fälle dauerte nicht länger',
  'the average, which a few very long cases pull up': 'der Durchschnitt, den wenige sehr lange Fälle nach oben ziehen',
  'nine of ten cases took no longer': 'neun von zehn Fällen dauerten nicht länger',
  'nineteen of twenty cases took no longer': 'neunzehn von zwanzig Fällen dauerten nicht länger',
  'the case that took longest': 'der Fall, der am längsten dauerte',
  'When work begins: a time cell, text such as "09:00" or "9:30 am", or the hour as a number. 09:00 when left out. Without this and the next three, every hour of the clock counts.':
    'Wann die Arbeit beginnt: eine Zelle mit Uhrzeit, Text wie "09:00" oder "9:30 am" oder die Stunde als Zahl. Ohne Angabe 09:00. Ohne dieses und die nächsten drei Argumente zählt jede Stunde der Uhr.',
  'When work ends, written like open_time; 24 is the end of the day and 5 pm is 17. A time before open_time is on the next morning: a shift over night belongs to the day it begins on. 17:00 when left out.':
    'Wann die Arbeit endet, geschrieben wie open_time; 24 ist das Ende des Tages und 5 pm ist 17. Eine Uhrzeit vor open_time liegt am nächsten Morgen: Eine Nachtschicht gehört zu dem Tag, an dem sie beginnt. Ohne Angabe 17:00.',
  'Days on which work begins: text such as "Mon-Fri", "Sun-Thu", "Mon,Wed,Fri" or "all", or a range of numbers from 1 (Monday) to 7 (Sunday). Mon-Fri when left out.':
    'Tage, an denen die Arbeit beginnt: Text wie "Mon-Fri", "Sun-Thu", "Mon,Wed,Fri" oder "all" oder ein Bereich mit Zahlen von 1 (Montag) bis 7 (Sonntag). Ohne Angabe Mon-Fri.',
  'Dates without work, in a range. None when left out.': 'Tage ohne Arbeit, in einem Bereich. Ohne Angabe keine.',
}
