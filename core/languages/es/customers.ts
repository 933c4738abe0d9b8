// Spanish, translated without a native reader: docs/languages.md says how to correct a sentence.
import type { Texts } from '../language.ts'

/** How people become customers, and whether they stay. */
export const customers: Texts = {
  'The share of new users who reached the activation step within a number of days of signing up, 14 by default. Users who signed up too recently to have had all those days are left out.':
    'La parte de los usuarios nuevos que alcanzó el paso de activación en cierto número de días desde el registro, 14 de forma predeterminada. Se omiten los usuarios registrados hace demasiado poco para haber tenido todos esos días.',
  'Day each user signed up.': 'Día en que se registró cada usuario.',
  'Day each user activated. A blank cell means not yet.':
    'Día en que se activó cada usuario. Una celda vacía significa todavía no.',
  'Days after the sign-up in which activation counts, the last one included. 14 when left out.':
    'Días desde el registro en los que cuenta la activación, incluido el último. 14 si se omite.',
  'Day from which to look back; what came later has not happened. The latest date in both columns when left out.':
    'Día desde el que se mira hacia atrás; lo que vino después no ha sucedido. Si se omite, la fecha más reciente de ambas columnas.',
  'The share of people who did what you hoped for, such as visitors who bought. With a confidence level it is a table that also says between which limits the true rate probably lies (Wilson’s interval).':
    'La parte de las personas que hizo lo que se esperaba, por ejemplo de los visitantes que compraron. Con un nivel de confianza es una tabla que dice también entre qué límites está probablemente la tasa verdadera (intervalo de Wilson).',
  'How many converted.': 'Cuántos convirtieron.',
  'How many could have, those who converted included.':
    'Cuántos podrían haberlo hecho, incluidos los que convirtieron.',
  'Confidence of the limits, such as 95%. No limits when left out.':
    'Confianza de los límites, por ejemplo 95 %. Sin límites si se omite.',
  'How many people get from each stage of a journey to the next: the rate of each step, the rate from the very start, and how many are lost on the way. A stage larger than the one before shows a rate above 1: people enter there from elsewhere.':
    'Cuántas personas pasan de cada etapa de un recorrido a la siguiente: la tasa de cada paso, la tasa desde el inicio y cuántas se pierden por el camino. Una etapa mayor que la anterior muestra una tasa superior a 1: ahí entran personas de otra parte.',
  'Names of the stages, the first one on top.': 'Nombres de las etapas, la primera arriba.',
  'How many people reached each stage.': 'Cuántas personas llegaron a cada etapa.',
  'Stickiness (DAU/MAU): the users of an average day as a share of the users of the month. 0.5 means that a user comes every other day.':
    'Stickiness (DAU/MAU): los usuarios de un día medio como parte de los usuarios del mes. 0,5 significa que un usuario viene un día de cada dos.',
  'Users active on each day of the month; of several days the mean is taken.':
    'Usuarios activos en cada día del mes; de varios días se toma la media.',
  'Different users active at any time in that month.': 'Usuarios distintos activos en algún momento de ese mes.',
  'Customer (logo) churn: the share of customers lost in a period.':
    'Abandono de clientes (logo churn): la parte de los clientes perdidos en un período.',
  'Customers lost in the period. With method start, only those who were there at the start.':
    'Clientes perdidos en el período. Con el método start, solo los que estaban al inicio.',
  'Customers won in the period. Only the methods average and exposure use it. 0 when left out.':
    'Clientes ganados en el período. Solo los métodos average y exposure los usan. 0 si se omite.',
  'What the lost customers are divided by.': 'Entre qué se dividen los clientes perdidos.',
  'the customers at the start': 'los clientes del inicio',
  'the mean of the customers at the start and at the end, for fast growth':
    'la media de los clientes del inicio y del final, para un crecimiento rápido',
  'the customers at the start plus half of the new ones, who were at risk for half the period':
    'los clientes del inicio más la mitad de los nuevos, que estuvieron en riesgo durante medio período',
  'Cohort triangle: customers grouped by the period of their first order, and the share of each group that came back in every period after it. A cell of 0 is a period in which nobody came back; a blank one is still to come.':
    'Triángulo de cohortes: clientes agrupados por el período de su primer pedido, y la parte de cada grupo que volvió en cada período posterior. Una celda con 0 es un período en el que no volvió nadie; una vacía está por venir.',
  'When a customer counts as retained in a period.': 'Cuándo un cliente cuenta como retenido en un período.',
  'with an order in that very period': 'con un pedido en ese mismo período',
  'with an order in that period or any later one': 'con un pedido en ese período o en cualquiera posterior',
  'the share of the cohort': 'la parte de la cohorte',
  'the number of customers': 'el número de clientes',
  'Cohort money: customers grouped by the period of their first order, and what each group brought in every period after it. 0 is a period in which nobody of them bought; blank is still to come.':
    'Ingresos por cohorte: clientes agrupados por el período de su primer pedido, y lo que cada grupo aportó en cada período posterior. 0 es un período en el que ninguno de ellos compró; vacío está por venir.',
  'Amount of each order. A negative one is a refund: it lowers the revenue of its period, and is no order, so that it makes no customer; one before the customer’s first order is left out. A row without an amount is left out too.':
    'Importe de cada pedido. Uno negativo es un reembolso: reduce los ingresos de su período y no es un pedido, de modo que no hace a nadie cliente; se omite uno anterior al primer pedido del cliente. También se omite una fila sin importe.',
  'the revenue of the cohort in that period': 'los ingresos de la cohorte en ese período',
  'that revenue for each customer the cohort began with': 'esos ingresos por cada cliente con el que empezó la cohorte',
  'what a customer of the cohort has brought up to then, the periods before included: lifetime revenue so far':
    'lo que un cliente de la cohorte ha aportado hasta entonces, incluidos los períodos anteriores: ingresos de vida hasta ahora',
  'the revenue as a share of that of period 0, blank where that is not above 0':
    'los ingresos como parte de los del período 0, vacío donde estos no son mayores que 0',
  'Gross revenue retention: the share of the recurring revenue at the start of the period that is still there at its end. What customers pay more does not count, so it is 100% at most.':
    'Retención bruta de ingresos (GRR): la parte de los ingresos recurrentes del inicio del período que sigue ahí al final. Lo que los clientes pagan de más no cuenta, así que es 100 % como máximo.',
  'What customers who left had paid at the start, as a positive number. New and reactivated customers stay out.':
    'Lo que los clientes que se fueron pagaban al inicio, como número positivo. Los clientes nuevos y reactivados quedan fuera.',
  'Why recurring revenue moved, period by period: new customers, expansion, contraction, churned and reactivated customers, from opening to closing. Losses are positive numbers unless asked otherwise. In the first period all is new, as nothing is known before it. The rows are a billing log, or a list of subscriptions when end_dates is given.':
    'Por qué cambiaron los ingresos recurrentes, período a período: clientes nuevos, expansión, contracción, clientes perdidos y reactivados, de la apertura al cierre. Las pérdidas son números positivos si no se pide otra cosa. En el primer período todo es nuevo, pues no se sabe nada anterior. Las filas son un registro de facturación, o una lista de suscripciones si se indica end_dates.',
  'Customer of each row of a billing log, or of each subscription.':
    'Cliente de cada fila de un registro de facturación, o de cada suscripción.',
  'A day in the period that the row belongs to; with end_dates the day each subscription starts.':
    'Un día del período al que pertenece la fila; con end_dates, el día en que empieza cada suscripción.',
  'Recurring revenue of that customer in that period. Several rows add up; no row, 0 or a credit alone means none in that period. With end_dates what the subscription brings in every period.':
    'Ingresos recurrentes de ese cliente en ese período. Varias filas se suman; ninguna fila, 0 o solo un abono significa ninguno en ese período. Con end_dates, lo que la suscripción aporta en cada período.',
  'Length of a period. Leave out the rows of one that is not billed in full yet: customers of a log without a row in the last period count as churned.':
    'Duración de un período. No incluya las filas de uno que aún no se ha facturado por completo: los clientes de un registro sin fila en el último período cuentan como perdidos.',
  'For a list with one row a subscription: the day each ended, blank while it runs. It counts in a period if it runs at its end: new in the period of its start, churned in the period in which it ends. Where another one of the customer starts on that day or the day after, it hands over.':
    'Para una lista con una fila por suscripción: el día en que terminó cada una, vacío mientras siga vigente. Cuenta en un período si está vigente al final de este: nueva en el período de su inicio, perdida en el período en que termina. Si otra del mismo cliente empieza ese día o el siguiente, toma el relevo.',
  'Last day looked at, in the last period; later rows and ends are ignored. The latest date in the data when left out.':
    'Último día que se considera, en el último período; las filas y los finales posteriores se ignoran. Si se omite, la fecha más reciente de los datos.',
  'How contraction and churned revenue are written.': 'Cómo se escriben la contracción y los ingresos perdidos.',
  'as amounts that were lost': 'como importes que se perdieron',
  'below zero, so that opening and the movements add up to closing, as a waterfall wants them':
    'por debajo de cero, para que la apertura y los movimientos sumen el cierre, como lo pide un gráfico de cascada',
  'Net revenue retention: what the customers of the start of the period pay at its end, as a share of what they paid at the start. Above 100% they grow more than they lose; new and reactivated customers stay out.':
    'Retención neta de ingresos (NRR): lo que los clientes del inicio del período pagan al final, como parte de lo que pagaban al inicio. Por encima de 100 % crecen más de lo que pierden; los clientes nuevos y reactivados quedan fuera.',
  'What customers of the start pay more. New and reactivated customers stay out.':
    'Lo que los clientes del inicio pagan de más. Los clientes nuevos y reactivados quedan fuera.',
  'What customers who left had paid at the start, as a positive number.':
    'Lo que los clientes que se fueron pagaban al inicio, como número positivo.',
  'The share of customers who bought again within a number of days of their first order, 365 by default. Two orders on one day are one purchase, and customers too new to have had all those days are left out.':
    'Tasa de recompra: la parte de los clientes que volvió a comprar en cierto número de días desde su primer pedido, 365 de forma predeterminada. Dos pedidos en un día son una compra, y se omiten los clientes demasiado recientes para haber tenido todos esos días.',
  'Date of each order. Another order counts from the next day on: distinct days count, not orders.':
    'Fecha de cada pedido. Otro pedido cuenta desde el día siguiente: cuentan los días distintos, no los pedidos.',
  'Days after the first order in which another one counts, the last one included. 365 when left out.':
    'Días desde el primer pedido en los que cuenta otro, incluido el último. 365 si se omite.',
  'Last day looked at; later orders are ignored. The latest date in the data when left out.':
    'Último día que se considera; los pedidos posteriores se ignoran. Si se omite, la fecha más reciente de los datos.',
  'Share of the customers at the start of a period who are still customers at its end. New customers do not count.':
    'Tasa de retención: la parte de los clientes del inicio de un período que siguen siendo clientes al final. Los clientes nuevos no cuentan.',
  'All customers at the end of the period, the new ones included.':
    'Todos los clientes al final del período, incluidos los nuevos.',
  'Customers at the end who were none at the start: won in the period, or won back. They are taken off again.':
    'Clientes del final que no lo eran al inicio: ganados en el período, o recuperados. Se descuentan de nuevo.',
  'Customer lifetime value from a list of orders: for each customer the chance that they still are one, the orders and the spend per order to expect, and the margin of these orders over the months to come. It learns from all customers together (the BG/NBD and gamma-gamma models); with fewer than about a hundred it is a rough guess. After a single order nobody can have left yet in the model: a p_alive of 1 there says nothing. Where repeat orders tell nothing of spend, expected_spend and clv are blank and the last row says why. CLV_BACKTEST tells how well it would have foretold the past.':
    'Valor de vida del cliente a partir de una lista de pedidos: para cada cliente, la probabilidad de que aún lo sea, los pedidos y el gasto por pedido que cabe esperar, y el margen de esos pedidos en los meses siguientes. Aprende de todos los clientes juntos (modelos BG/NBD y gamma-gamma); con menos de unos cien es una estimación aproximada. Tras un solo pedido, en el modelo nadie puede haberse ido todavía: un p_alive de 1 no dice nada ahí. Donde los pedidos repetidos no dicen nada del gasto, expected_spend y clv están vacíos y la última fila dice por qué. CLV_BACKTEST dice qué tan bien habría predicho el pasado.',
  'Date of each order. All orders of a customer on one day are one order.':
    'Fecha de cada pedido. Todos los pedidos de un cliente en un día son un pedido.',
  'Amount of each order. A negative one is a refund of the latest order before it: it lowers that spend, and is no order. A customer whose repeat orders came to less than 0 counts as one who spent 0.':
    'Importe de cada pedido. Uno negativo es un reembolso del último pedido anterior: reduce ese gasto y no es un pedido. Un cliente cuyos pedidos repetidos suman menos de 0 cuenta como uno que gastó 0.',
  'Gross margin as a share of the amounts.': 'Margen bruto como parte de los importes.',
  'How many months to look ahead, of 30.4375 days. 12 when left out.':
    'Cuántos meses se mira hacia adelante, de 30,4375 días. 12 si se omite.',
  'Per year, such as 10%: what comes in a month is discounted from its end, at a monthly rate of (1 + 10%)^(1/12) - 1. 0 when left out, and clv is then margin x orders x spend.':
    'Tasa de descuento por año, por ejemplo 10 %: lo que llega en un mes se descuenta desde su final, a una tasa mensual de (1 + 10%)^(1/12) - 1. 0 si se omite, y clv es entonces margen x pedidos x gasto.',
  'Day from which to look ahead; later orders are ignored. The latest date in the data when left out.':
    'Día desde el que se mira hacia adelante; los pedidos posteriores se ignoran. Si se omite, la fecha más reciente de los datos.',
  'What the table says.': 'Qué dice la tabla.',
  'what to expect of each customer, on average': 'qué esperar de cada cliente, en promedio',
  'also low and high, between which 95 of 100 such customers will be, a row All with those of the total, and how sure this is in words':
    'también low y high, entre los que estarán 95 de 100 clientes así, una fila All con los del total, y en palabras qué tan seguro es',
  'Recency, frequency and money: days since the last order, orders and revenue of each customer, each scored from 1 (worst) to 5 (best) among all customers, with a segment name such as Champions or At risk. The name follows from r and from the mean of f and m.':
    'Recencia, frecuencia y valor monetario: días desde el último pedido, pedidos e ingresos de cada cliente, cada uno puntuado de 1 (peor) a 5 (mejor) entre todos los clientes, con un nombre de segmento como Champions o At risk. El nombre resulta de r y de la media de f y m.',
  'Amount of each order. A negative one is a refund: it lowers the revenue, and is no order.':
    'Importe de cada pedido. Uno negativo es un reembolso: reduce los ingresos y no es un pedido.',
  'Day from which recency counts back; later orders are ignored. The latest date in the data when left out.':
    'Día desde el que la recencia cuenta hacia atrás; los pedidos posteriores se ignoran. Si se omite, la fecha más reciente de los datos.',
  'Highest score. 5 when left out: the scores are cut at every fifth of the customers.':
    'Puntuación más alta. 5 si se omite: las puntuaciones cambian en cada quinta parte de los clientes.',
}
