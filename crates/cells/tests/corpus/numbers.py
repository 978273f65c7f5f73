#--- printing floats
print(0.1 + 0.2, 1.0, 1e16, 1e15, 123456789012345680.0, 1e-4, 1e-5, 0.00001234)
print(5e-324, 1.7976931348623157e308, 2.5e-310, 1/3, 2/3, 100.0, 1e22, 1e23)
print(-0.0, 0.0, float("inf"), float("-inf"), float("nan"))
print(9007199254740993.0, 4503599627370497.5, 2.0**-25, 2.0**60)
#--- whole numbers
print(7 // 2, -7 // 2, 7 // -2, -7 // -2, 7 % 3, -7 % 3, 7 % -3, -7 % -3)
print(7 / 2, 4 / 2, 1 / 3, 10**15, 2**62, -2**2, (-2)**3, 2**-1)
print(5 & 3, 5 | 3, 5 ^ 3, ~5, 1 << 10, -17 >> 2, 0x1f, 0b101, 0o17, 1_000)
print(9223372036854775807 / 3, 9007199254740993 / 1, 9223372036854775807 / 9223372036854775806)
print(divmod(17, 5), divmod(-17, 5), divmod(17.5, 5), divmod(-1.0, 3))
#--- floats
print(7.5 // 2, -7.5 // 2, 7.5 % 2, -7.5 % 2, 7.5 % -2, 0.0 // -1, -0.0 % 5, 1e300 * 1e10)
print(5.0 // 0.1, 5.0 % 0.1, 1.0 // 0.1, 6.0 // 0.1, -1e-20 // 1, 3 * 1.1, 1.1 + 2.2)
print(2.0 ** 0.5, 2 ** 0.5, 4 ** 0.5, 0.0 ** 0, 1e308 - 1e308, float("inf") * 0)
#--- rounding
print(round(2.5), round(3.5), round(-2.5), round(0.5), round(1.5), round(2.675, 2), round(1.005, 2))
print(round(2.5, 0), round(1234.5678, 2), round(1234.5678, -2), round(1250, -2), round(1350, -2), round(15, -1))
print(round(25, -1), round(-25, -1), round(5, 3), round(1e20, 2), round(0.125, 2), round(0.375, 2))
print(round(True), round(250.0, -2), round(350.0, -2), round(1e300, -300))
#--- comparing
print(1 < 2 < 3, 1 < 3 < 2, 1 == 1.0, 1 == True, 2 == True, 0.1 + 0.2 == 0.3)
print(9007199254740993 == 9007199254740992.0, 9007199254740993 > 9007199254740992.0)
print(float("nan") == float("nan"), float("nan") < 1, float("inf") > 10**18, 3 != 3.0)
#--- conversions
print(int(3.9), int(-3.9), int("42"), int("  -7 "), int("1_000"), int("ff", 16), int("0b11", 0), int(True))
print(float("3.5"), float(" -1e3 "), float("1_0.5"), float("infinity"), float(7), bool(0.0), bool("a"), bool([]))
print(str(1.0), repr(1.5), str(10**3), int(1e18))
print(bin(10), hex(255), oct(8), bin(-5), hex(-255), chr(97), ord("a"))
#--- min max sum abs
print(min(3, 1, 2), max([1, 5, 3]), min("b", "a"), max(1, 2.5), min([2, 1], key=lambda v: -v), max([], default=7))
print(sum([1, 2, 3]), sum([0.1] * 10), sum([1, 2], 10), sum((0.1, 0.2, 0.3)), abs(-3), abs(-2.5), abs(True))
print(sum([1e16, 1.0, -1e16]), sum([True, True]), sum([[1], [2]], []))
print(pow(2, 10), pow(2, 10, 1000), pow(2.0, 3), pow(3, -2), pow(7, 3, -5))
#--- methods
print((5).bit_length(), (255).bit_count(), (0.5).is_integer(), (2.0).is_integer(), (0.75).as_integer_ratio())
#--- division by zero
1 / 0
#--- integer division by zero
1 // 0
#--- modulo by zero
5 % 0
#--- float division by zero
1.0 / 0
#--- power overflow
print(10.0 ** 400)
#--- zero to a negative power
0.0 ** -1
#--- int of text
int("abc")
#--- int of a float text
int("3.5")
#--- float of text
float("abc")
#--- int of nan
int(float("nan"))
#--- int of infinity
int(float("inf"))
#--- float of a list
float([1])
#--- int of None
int(None)
#--- adding None
1 + None
#--- comparing with text
1 < "a"
#--- negative shift
1 << -1
#--- round of text
round("a")
#--- int base
int("12", 99)
#--- bools
print(True + True, True & False, True | False, True ^ True, not 0, not 1, True * 3, -True, ~True)
print(isinstance(True, int), isinstance(1, bool), True == 1, hash(1) == hash(1.0) == hash(True))
#--- math
import math
print(math.pi, math.e, math.inf, -math.inf, math.tau)
print(math.sqrt(2), math.sqrt(16), math.floor(2.7), math.ceil(2.1), math.floor(-2.5), math.trunc(-2.7))
print(math.gcd(12, 18), math.factorial(10), math.comb(5, 2), math.isqrt(17), math.prod([1, 2, 3, 4]))
print(math.isclose(0.1 + 0.2, 0.3), math.isnan(math.nan), math.isinf(math.inf), math.isfinite(1.0))
print(math.hypot(3, 4), math.copysign(3, -0.0), math.fabs(-2), math.fmod(7, 3), math.degrees(math.pi), math.radians(180))
print(math.fsum([0.1] * 10), math.fsum([1e16, 1.0, -1e16]), math.log(8, 2), math.log2(8), math.log10(1000))
print("%.12f %.12f %.12f %.12f" % (math.exp(1), math.sin(1), math.cos(1), math.tan(1)))
print("%.12f %.12f %.12f %.12f" % (math.tanh(0.5), math.sinh(1), math.cosh(1), math.atan2(1, 2)))
print("%.12f %.12f %.12f" % (math.erf(0.5), math.gamma(4.5), math.lgamma(10)))
print(math.exp(0), math.log(1), math.tanh(0), math.floor(5), math.atan(0))
#--- math domain
import math
math.sqrt(-1)
#--- math log of zero
import math
math.log(0)
#--- math overflow
import math
math.exp(1000)
#--- math wants numbers
import math
math.sqrt("a")
#--- factorial of a negative number
import math
math.factorial(-1)
#--- from math
from math import sqrt, pi as circle
print(sqrt(9), circle)
#--- import as
import math as m
print(m.sqrt(4))
#--- no such module
import nothing_like_it
#--- no such name
from math import nothing_like_it
#--- no such attribute of a module
import math
math.sqroot(4)
#--- quotients of far apart whole numbers
print(1 / 9223372036854775807, -5 / 2997437582671473543, 9223372036854775807 / 7, 18 / 3233716937748947736)
print(9007199254740993 / 2, 9223372036854775807 / 9223372036854775805, -(2**62) / 3)
#--- rounding large floats before the point
print(round(8.165708816430313e+19, -4), round(-8.995492392501763e+16, -3), round(9999.5, -1), round(99995.0, -1), round(95.0, -1), round(0.5, -1), round(50.0, -2), round(150.0, -2))
