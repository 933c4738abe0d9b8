// Spanish, translated without a native reader: docs/languages.md says how to correct a sentence.
import type { Texts } from '../language.ts'

/** What several of the functions say. */
export const shared: Texts = {
  'Gross margin as a share of revenue.': 'Margen bruto como parte de los ingresos.',
  'How many rows each row stands for, where the data is a summary: 250 beside a 10 for 250 answers of 10. A row with 0 or a blank is left out. Each row stands for itself when left out.':
    'Cuántas filas representa cada fila, cuando los datos son un resumen: 250 junto a un 10 para 250 respuestas de 10. Se omite una fila con 0 o sin valor. Si se omite, cada fila se representa a sí misma.',
  'Customers at the start of the period.': 'Clientes al inicio del período.',
  'Customer of each order.': 'Cliente de cada pedido.',
  'Date of each order.': 'Fecha de cada pedido.',
  'Length of a period.': 'Duración de un período.',
  'calendar days': 'días naturales',
  'weeks from Monday': 'semanas desde el lunes',
  'calendar months': 'meses naturales',
  'calendar quarters': 'trimestres naturales',
  'calendar years': 'años naturales',
  'What the cells hold.': 'Qué contienen las celdas.',
  'Last day looked at; later orders are ignored. The latest date in the data when left out. The period it falls in counts so far: give the last day of a finished period to leave out the one that is not over.':
    'Último día que se considera; los pedidos posteriores se ignoran. Si se omite, la fecha más reciente de los datos. El período en el que cae cuenta hasta ese día: para excluir el que no ha terminado, indique el último día de un período terminado.',
  'How many customers with just these rows each id stands for, where the data is a summary of a log. The same number in every row of an id. Each id is one customer when left out.':
    'Cuántos clientes con exactamente estas filas representa cada identificador, cuando los datos son el resumen de un registro. El mismo número en cada fila de un identificador. Si se omite, cada identificador es un cliente.',
  'Monthly recurring revenue at the start of the period.': 'Ingresos recurrentes mensuales al inicio del período.',
  'What customers of the start who stay pay less, as a positive number.':
    'Lo que los clientes del inicio que permanecen pagan de menos, como número positivo.',
  'Highest possible answer. 5 when left out.': 'Respuesta más alta posible. 5 si se omite.',
  'Lowest possible answer, such as 0 on a scale of 0 to 10. 1 when left out.':
    'Respuesta más baja posible, por ejemplo 0 en una escala de 0 a 10. 1 si se omite.',
  'What is wanted.': 'Qué se desea.',
  'half of the cases took no longer': 'la mitad de los casos no tardó más',
  'the average, which a few very long cases pull up': 'el promedio, que unos pocos casos muy largos elevan',
  'nine of ten cases took no longer': 'nueve de cada diez casos no tardaron más',
  'nineteen of twenty cases took no longer': 'diecinueve de cada veinte casos no tardaron más',
  'the case that took longest': 'el caso que más tardó',
  'When work begins: a time cell, text such as "09:00" or "9:30 am", or the hour as a number. 09:00 when left out. Without this and the next three, every hour of the clock counts.':
    'Cuándo empieza el trabajo: una celda de hora, un texto como "09:00" o "9:30 am", o la hora como número. 09:00 si se omite. Sin este argumento y los tres siguientes cuenta cada hora del reloj.',
  'When work ends, written like open_time; 24 is the end of the day and 5 pm is 17. A time before open_time is on the next morning: a shift over night belongs to the day it begins on. 17:00 when left out.':
    'Cuándo termina el trabajo, escrito como open_time; 24 es el final del día y 5 pm es 17. Una hora anterior a open_time es de la mañana siguiente: un turno de noche pertenece al día en que empieza. 17:00 si se omite.',
  'Days on which work begins: text such as "Mon-Fri", "Sun-Thu", "Mon,Wed,Fri" or "all", or a range of numbers from 1 (Monday) to 7 (Sunday). Mon-Fri when left out.':
    'Días en que empieza el trabajo: un texto como "Mon-Fri", "Sun-Thu", "Mon,Wed,Fri" o "all", o un rango de números de 1 (lunes) a 7 (domingo). Mon-Fri si se omite.',
  'Dates without work, in a range. None when left out.': 'Fechas sin trabajo, en un rango. Ninguna si se omite.',
}
