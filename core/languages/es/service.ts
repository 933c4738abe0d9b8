// Spanish, translated without a native reader: docs/languages.md says how to correct a sentence.
import type { Texts } from '../language.ts'

/** How customers feel, how well they are served, and whether we are on target. */
export const service: Texts = {
  'Customer Effort Score: the mean effort from 1 (very low) to scale_max (very high). Low is good. For the later question “The company made it easy” on a 7-point scale, high is good: give scale_max 7 and read it the other way round.':
    'Customer Effort Score: el esfuerzo medio de 1 (muy bajo) a scale_max (muy alto). Bajo es bueno. Para la pregunta posterior «La empresa me lo puso fácil» en una escala de 7 puntos, alto es bueno: indique 7 en scale_max y léalo al revés.',
  'Answers from scale_min to scale_max to “How much effort did it take?”.':
    'Respuestas de scale_min a scale_max a «¿Cuánto esfuerzo le costó?».',
  'Customer satisfaction: the share of answers that are satisfied, 4 and 5 on a scale of 1 to 5 by default.':
    'Satisfacción del cliente: la parte de las respuestas satisfechas, 4 y 5 en una escala de 1 a 5 de forma predeterminada.',
  'Answers to “How satisfied are you?”: numbers from scale_min to scale_max, or words such as good and bad, satisfied and dissatisfied, TRUE and FALSE.':
    'Respuestas a «¿Qué tan satisfecho está?»: números de scale_min a scale_max, o palabras como good y bad, satisfied y dissatisfied, VERDADERO y FALSO.',
  'Lowest answer that counts as satisfied. The top two answers when left out: 4 of 5; of 2 or 3 answers only the top one.':
    'Respuesta más baja que cuenta como satisfecha. Si se omite, las dos respuestas más altas: 4 de 5; de 2 o 3 respuestas, solo la más alta.',
  'First-contact resolution: the share of cases solved with a single contact. With a resolved column, a case that is still open does not count as solved. With that column alone, =FCR(, B:B), it says of each case whether the first contact solved it.':
    'Resolución en el primer contacto: la parte de los casos resueltos con un solo contacto. Con una columna resolved, un caso aún abierto no cuenta como resuelto. Solo con esa columna, =FCR(; B:B), dice de cada caso si el primer contacto lo resolvió.',
  'Number of contacts each case has needed so far. One each when left out.':
    'Número de contactos que cada caso ha necesitado hasta ahora. Uno cada uno si se omite.',
  'Whether each case is solved: TRUE or FALSE, 1 or 0, yes or no, solved or open. All are when left out.':
    'Si cada caso está resuelto: VERDADERO o FALSO, 1 o 0, yes o no, solved u open. Todos lo están si se omite.',
  'Net Promoter Score: promoters (9 or 10) minus detractors (0 to 6) per hundred answers, from -100 to 100.':
    'Net Promoter Score: promotores (9 o 10) menos detractores (0 a 6) por cada cien respuestas, de -100 a 100.',
  'Answers from 0 to 10 to “How likely are you to recommend us?”.':
    'Respuestas de 0 a 10 a «¿Qué probabilidad hay de que nos recomiende?».',
  'Hours until cases are solved, the median by default. Hours of the clock, or working hours when an argument of the working calendar is given.':
    'Horas hasta que se resuelven los casos, la mediana de forma predeterminada. Horas del reloj, u horas de trabajo si se indica un argumento del calendario laboral.',
  'Date and time each case was opened. Or, with closed left out, the hours that it took: numbers, duration cells, or text such as "1 h 23 m" or "99:30:00".':
    'Fecha y hora en que se abrió cada caso. O, si se omite closed, las horas que tardó: números, celdas de duración o un texto como "1 h 23 m" o "99:30:00".',
  'Date and time each case was solved. A blank cell means not yet: the case is not counted, so the answer is too short while many are open; SLA_COMPLIANCE counts it.':
    'Fecha y hora en que se resolvió cada caso. Una celda vacía significa todavía no: el caso no se cuenta, de modo que el resultado es demasiado corto mientras haya muchos abiertos; SLA_COMPLIANCE lo cuenta.',
  'Hours until customers get their first reply, the median by default. Hours of the clock, or working hours when an argument of the working calendar is given.':
    'Horas hasta que los clientes reciben su primera respuesta, la mediana de forma predeterminada. Horas del reloj, u horas de trabajo si se indica un argumento del calendario laboral.',
  'Date and time each customer wrote or called. Or, with replied left out, the hours that it took: numbers, duration cells, or text such as "1 h 23 m" or "99:30:00".':
    'Fecha y hora en que cada cliente escribió o llamó. O, si se omite replied, las horas que tardó: números, celdas de duración o un texto como "1 h 23 m" o "99:30:00".',
  'Date and time of the first reply. A blank cell means none yet: the case is not counted, though the customer waits; SLA_COMPLIANCE counts it.':
    'Fecha y hora de la primera respuesta. Una celda vacía significa ninguna todavía: el caso no se cuenta, aunque el cliente espere; SLA_COMPLIANCE lo cuenta.',
  'The share of cases handled inside the target time; exactly at the target is inside. A case that is still open counts as missed once its target has passed, and is left out before. Hours of the clock, or working hours when an argument of the working calendar is given.':
    'La parte de los casos atendidos dentro del tiempo objetivo; exactamente en el objetivo está dentro. Un caso aún abierto cuenta como incumplido una vez pasado su objetivo, y antes se omite. Horas del reloj, u horas de trabajo si se indica un argumento del calendario laboral.',
  'Date and time each case came in. Or, with finished left out, the hours that it took: numbers, duration cells, or text such as "1 h 23 m" or "99:30:00".':
    'Fecha y hora en que llegó cada caso. O, si se omite finished, las horas que tardó: números, celdas de duración o un texto como "1 h 23 m" o "99:30:00".',
  'Date and time each case was answered or solved. A blank cell means not yet.':
    'Fecha y hora en que cada caso se respondió o se resolvió. Una celda vacía significa todavía no.',
  'Hours allowed: one for all, or one for each row; a number, a time cell such as 4:00, or text such as "30 min".':
    'Horas permitidas: un valor para todos, o uno por fila; un número, una celda de hora como 4:00, o un texto como "30 min".',
  'Moment from which to look back, such as NOW(); what came later has not happened. A date without a time is the end of that day. The latest time in both columns when left out.':
    'Momento desde el que se mira hacia atrás, por ejemplo AHORA(); lo que vino después no ha sucedido. Una fecha sin hora es el final de ese día. Si se omite, el momento más reciente de ambas columnas.',
  'Share of the promises that were kept on time. A day that was promised lasts until its end, a time of day is meant to the minute. What is overdue and not delivered is late; what is not due yet is left out.':
    'Parte de las promesas que se cumplieron a tiempo. Un día prometido dura hasta su final, una hora vale al minuto. Lo vencido y no entregado llega tarde; lo que aún no vence se omite.',
  'Date promised for each delivery, with or without a time of day.': 'Fecha prometida de cada entrega, con o sin hora.',
  'When each one was delivered. Blank: not yet. Where a time of day was promised, give one here too: a date alone is the first minute of its day.':
    'Cuándo se entregó cada una. Vacío: todavía no. Donde se prometió una hora, indique una aquí también: una fecha sola es el primer minuto de su día.',
  'Day or time from which to look back: later promises are left out and later deliveries have not happened. When left out: the latest delivery while something is open, the latest date in both columns when all or nothing is delivered.':
    'Día u hora desde los que se mira hacia atrás: las promesas posteriores se omiten y las entregas posteriores no han sucedido. Si se omite: la entrega más reciente mientras haya algo abierto, la fecha más reciente de ambas columnas cuando se ha entregado todo o nada.',
  'Days after the promised date that still count as on time. 0 when left out.':
    'Días después de la fecha prometida que aún cuentan como a tiempo. 0 si se omite.',
  'Availability: the share of a period in which the service was up. Outages that overlap count once, and only as far as they lie in the period. No outages is 100%.':
    'Disponibilidad: la parte de un período en que el servicio estuvo en marcha. Las interrupciones que se solapan cuentan una vez, y solo en la medida en que caen en el período. Ninguna interrupción es 100 %.',
  'Date and time each outage began. All blank: there was none.':
    'Fecha y hora en que empezó cada interrupción. Todo vacío: no hubo ninguna.',
  'When each one was over. Blank: still down at to_time.':
    'Cuándo terminó cada una. Vacío: aún interrumpido en to_time.',
  'Start of the period: 2026-03-01 for March.': 'Inicio del período: 2026-03-01 para marzo.',
  'End of the period, which is no part of it: 2026-04-01 for March.':
    'Fin del período, que ya no forma parte de él: 2026-04-01 para marzo.',
  'The colour of a KPI: green when the value is on target, amber when it misses by little, red otherwise. The target may be written as people write it: ">=95%", "< 2.5", "60%-70%", "under 5 min" or a plain number.':
    'El color de un KPI: green (verde) cuando el valor alcanza el objetivo, amber (ámbar) cuando lo incumple por poco, red (rojo) en otro caso. El objetivo puede escribirse como se suele escribir: ">=95%", "< 2.5", "60%-70%", "under 5 min" o un número simple.',
  'The value reached, such as the cell of =FCR(…).': 'El valor alcanzado, por ejemplo la celda de =FCR(…).',
  'What to reach: ">= 95%", "at most 2.5", "70%-85%", "under 5 min", a number, or KPI_TARGET(…). Seconds, minutes and hours are compared with a value in hours, as RESPONSE_TIME gives it; days and weeks with a value in days, as TIME_TO_VALUE gives it; months and years with a value in months.':
    'Qué hay que alcanzar: ">= 95%", "at most 2.5", "70%-85%", "under 5 min", un número o KPI_TARGET(…). Los segundos, minutos y horas se comparan con un valor en horas, como lo da RESPONSE_TIME; los días y semanas con un valor en días, como lo da TIME_TO_VALUE; los meses y años con un valor en meses.',
  'Which way is better.': 'Qué sentido es mejor.',
  'as the target says; a plain number or a range is reached from below, so more than the range is green; a time is not to be exceeded':
    'como dice el objetivo; un número simple o un intervalo se alcanza desde abajo, así que más que el intervalo es green; un tiempo no debe superarse',
  'at least the number, or the lower end of the range': 'al menos el número, o el extremo inferior del intervalo',
  'at most the number, or the upper end of the range': 'como máximo el número, o el extremo superior del intervalo',
  'inside the range, neither below nor above': 'dentro del intervalo, ni por debajo ni por encima',
  'How far a value may miss the target and still be amber, as a share of it. 10% when left out. Of a target above 95% and below 100%, such as 99.9%, it is a share of what may fail: 10% of 0.1%.':
    'Cuánto puede un valor incumplir el objetivo y seguir siendo amber, como parte de este. 10 % si se omite. De un objetivo superior a 95 % e inferior a 100 %, por ejemplo 99,9 %, es una parte de lo que puede fallar: 10 % de 0,1 %.',
  'Any function of this list that gives one number, worked out for each segment, month or day. rows counts the rows of a segment, also those without an answer. A segment with nothing to compute from has a blank value. In detail each rate has its part and whole, the limits low and high, and a verdict: whether it differs from all other rows together.':
    'Cualquier función de esta lista que dé un solo número, calculada para cada segmento, mes o día. rows cuenta las filas de un segmento, también las que no tienen respuesta. Un segmento sin nada con que calcular tiene un valor vacío. Con detail, cada tasa tiene su parte y su total, los límites low y high, y un veredicto: si difiere de todas las demás filas juntas.',
  'Name of the function in quotes, such as "CSAT". Segments stand in the order of their names; "CSAT desc" puts the largest value first, "CSAT asc" the smallest. "CSAT detail" says how sure each rate is and whether it differs from the rest; "CSAT detail 90%" with limits of 90%.':
    'Nombre de la función entre comillas, por ejemplo "CSAT". Los segmentos van en el orden de sus nombres; "CSAT desc" pone primero el valor más grande, "CSAT asc" el más pequeño. "CSAT detail" dice qué tan segura es cada tasa y si difiere del resto; "CSAT detail 90%" con límites de 90 %.',
  'Segment of each row, such as channel or region, or a date. A row without one is left out. Each day is a segment of its own: for months give the first day of the month.':
    'Segmento de cada fila, como canal o región, o una fecha. Se omite una fila sin segmento. Cada día es un segmento propio: para meses, indique el primer día del mes.',
  'Arguments of that function in their order: columns as high as groups, then single options. Where the function takes a single number, money and counts of a segment’s rows are added up; a rate, a price or a mean must be one cell for all, or one row for each segment.':
    'Argumentos de esa función en su orden: columnas tan altas como groups, y luego opciones sueltas. Donde la función toma un solo número, se suman el dinero y los recuentos de las filas de un segmento; una tasa, un precio o una media debe ser una celda para todos, o una fila por segmento.',
  'The share of rows that say yes, such as the churn of a column Churned with Yes and No. With which, the share of rows whose value is one of those that it names.':
    'La parte de las filas que dicen sí, por ejemplo el abandono de una columna Churned con Yes y No. Con which, la parte de las filas cuyo valor es uno de los que nombra.',
  'Yes or no, TRUE or FALSE, 1 or 0 in each row; with which any value. A row without one is left out.':
    'Yes o No, VERDADERO o FALSO, 1 o 0 en cada fila; con which, cualquier valor. Se omite una fila sin valor.',
  'The value that counts, such as "Churned", or a short list of values, in any case. One at least must be in the data. Yes when left out.':
    'El valor que cuenta, por ejemplo "Churned", o una lista corta de valores, en mayúsculas o minúsculas. Al menos uno debe estar en los datos. Yes si se omite.',
  'Whether variant B converts better than variant A, or the difference may be chance: both rates, the lift (difference over rate_a), the limits that the true difference probably lies between, and how likely so large a difference would be if both were alike (p_value). Small samples get an exact test; the verdict names it.':
    'Si la variante B convierte mejor que la variante A, o si la diferencia puede ser azar: ambas tasas, la mejora (diferencia dividida por rate_a), los límites entre los que está probablemente la diferencia verdadera, y qué probabilidad tendría una diferencia tan grande si ambas fueran iguales (p_value). Las muestras pequeñas reciben una prueba exacta; el veredicto la nombra.',
  'How many people saw variant A.': 'Cuántas personas vieron la variante A.',
  'How many of them converted.': 'Cuántas de ellas convirtieron.',
  'How many people saw variant B.': 'Cuántas personas vieron la variante B.',
  'Confidence of the limits low and high. One variant is better when p_value is below what it leaves: 5% when left out, as it is 95% then. Looking again and again while the test runs finds differences that are none.':
    'Confianza de los límites low y high. Una variante es mejor cuando p_value está por debajo de lo que esta deja: 5 % si se omite, pues entonces es 95 %. Mirar una y otra vez mientras dura la prueba encuentra diferencias que no lo son.',
}
