#--- if and while
x = 7
if x < 5: print("small")
elif x < 10: print("middle")
else: print("large")
n = 0
while True:
    n += 1
    if n == 2: continue
    if n > 4: break
    print(n)
while n > 3:
    n -= 1
else:
    print("done", n)
#--- for else
for i in range(3):
    if i == 5: break
else:
    print("no break")
for i in range(3):
    if i == 1: break
else:
    print("never")
print(i)
#--- conditional and boolean
print("a" if 0 else "b", 1 and 2, 0 and 2, 0 or "x", "" or [] or None, not [], 1 if [] else 2, None or 0, 1 and [] and 3)
print(1 < 2 and 2 < 3, not 1 == 2, 1 in [1] and 2 not in [1], None is None, 1 is not None, [] is [], () is ())
#--- chained comparison evaluates once
def f():
    print("f")
    return 2
print(1 < f() < 3, 5 < f() < 0)
#--- functions
def f(a, b=2, *rest, c=3, **more):
    return a, b, rest, c, more
print(f(1), f(1, 5), f(1, 2, 3, 4), f(1, c=9), f(1, x=7), f(b=1, a=0), f(*[1, 2, 3], **{"c": 4, "y": 5}))
def g(): pass
def h(x): return
print(g(), h(1), f.__name__)
#--- keyword only and positional only
def f(a, /, b, *, c): return a + b + c
print(f(1, 2, c=3), f(1, b=2, c=3))
f(1, 2, 3)
#--- positional only by name
def f(a, /): return a
f(a=1)
#--- missing arguments
def f(a, b): pass
f(1)
#--- too many arguments
def f(a): pass
f(1, 2)
#--- unknown keyword
def f(a): pass
f(1, x=2)
#--- argument given twice
def f(a): pass
f(1, a=2)
#--- missing keyword
def f(*, k): pass
f()
#--- default is made once
def f(x, seen=[]):
    seen.append(x)
    return seen
print(f(1), f(2))
#--- closures
def counter():
    n = 0
    def step(by=1):
        nonlocal n
        n += by
        return n
    return step
c, d = counter(), counter()
print(c(), c(), d(), c(10))
def make(k): return lambda x: x * k
print([make(i)(10) for i in range(3)], (lambda *a, **k: (a, k))(1, b=2), (lambda: 5)())
#--- global
n = 1
def f():
    global n
    n += 1
f(); f(); print(n)
#--- unbound local
x = 1
def f():
    print(x)
    x = 2
f()
#--- late binding
def outer():
    def inner(): return later
    later = "bound"
    return inner()
print(outer())
#--- recursion
def fact(n): return 1 if n < 2 else n * fact(n - 1)
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fact(15), fib(15), [fact(i) for i in range(6)])
#--- endless recursion
def f(): return f()
f()
#--- endless recursion caught
def f(n): return f(n + 1)
try:
    f(0)
except RecursionError as e:
    print(type(e).__name__)
#--- decorators
def twice(f):
    def wrapped(*a):
        return f(f(*a))
    return wrapped
@twice
def inc(x): return x + 1
def tag(t):
    def deco(f): return lambda *a: t + str(f(*a))
    return deco
@tag("<")
@twice
def dec(x): return x - 1
print(inc(1), dec(5))
#--- try
def f(x):
    try:
        return 10 / x
    except ZeroDivisionError as e:
        print("caught", e)
        return None
    except (TypeError, ValueError):
        print("type")
    else:
        print("else")
    finally:
        print("finally")
print(f(2), f(0), f("a"))
#--- try else
try:
    x = 1
except ValueError:
    print("no")
else:
    print("else")
finally:
    print("end")
#--- nested try
try:
    try:
        raise ValueError("inner")
    finally:
        print("cleanup")
except ValueError as e:
    print(repr(e), str(e), e.args)
#--- reraise
try:
    try:
        [][1]
    except IndexError:
        print("again")
        raise
except LookupError as e:
    print(type(e).__name__)
#--- raise from
try:
    try:
        1 / 0
    except ZeroDivisionError as e:
        raise ValueError("wrapped") from e
except ValueError as e:
    print(e, type(e.__cause__).__name__)
#--- exception name goes
try:
    raise KeyError("k")
except KeyError as e:
    print(e)
print(e)
#--- raise a class
raise ValueError
#--- raise with arguments
raise ValueError("bad", 3)
#--- raise nothing
raise
#--- raise a number
raise 5
#--- uncaught of another kind
try:
    1 / 0
except KeyError:
    print("no")
#--- own exceptions
class MyError(Exception):
    pass
class Deep(MyError):
    def __init__(self, code):
        super().__init__(f"code {code}")
        self.code = code
try:
    raise Deep(7)
except MyError as e:
    print(e, e.code, isinstance(e, Exception), e.args, repr(e))
raise MyError("last")
#--- bare except
try:
    undefined_name
except:
    print("any")
#--- finally overrides
def f():
    try:
        return "try"
    finally:
        return "finally"
print(f())
#--- finally in a loop
for i in range(3):
    try:
        if i == 1: continue
        if i == 2: break
        print("body", i)
    finally:
        print("finally", i)
#--- catching no class
try:
    1 / 0
except 5:
    pass
#--- error texts
for code in [lambda: 1 / 0, lambda: [][0], lambda: {}["k"], lambda: int("x"), lambda: None.x, lambda: "a" + 1]:
    try:
        code()
    except Exception as e:
        print(type(e).__name__, "k" in str(e))
#--- assert
assert 1 + 1 == 2
assert False, "message"
#--- assert without message
assert []
#--- name error
print(undefined_name)
#--- call of a number
5()
#--- attribute error
(5).foo
#--- stop iteration
next(iter([]))
#--- walrus
if (n := 10) > 5: print(n)
while (n := n - 4) > 0: print(n)
#--- annotated
x: int = 5
y: "list"
def f(a: int, b: float = 2.0) -> float: return a * b
print(x, f(2))
#--- annotated without value
y: int
print(y)
#--- augmented everything
x = 10
x += 5; x -= 3; x *= 2; x //= 5; print(x); x **= 3; x %= 50; print(x); x <<= 2; x >>= 1; x |= 1; x &= 7; x ^= 2; print(x); x /= 2; print(x)
l = [1, 2]; l[0] += 5; l *= 2; print(l)
d = {"a": 1}; d["a"] += 1; print(d)
s = "a"; s += "b"; s *= 2; print(s)
#--- augmented name that is not there
z += 1
#--- semicolons and comments
a = 1; b = 2 # comment
print(a + b) ; print("x")  # another
if a: print("one"); print("line")
#--- line joining
total = (1 +
    2 +
    3)
s = "a" \
    "b"
print(total, s, [1,
  2,
])
#--- delete
x = [1, 2, 3]; y = {"a": 1}
del x[0], y["a"]
print(x, y)
del x
print(x)
#--- pass and ellipsis free bodies
def f(): pass
class C: pass
for i in []: pass
print(f(), C.__name__)
#--- getattr and friends
class C:
    a = 1
c = C(); setattr(c, "b", 2)
print(getattr(c, "a"), getattr(c, "z", "none"), hasattr(c, "b"), hasattr(c, "q"), callable(print), callable(5), c.__dict__)
getattr(c, "zz")
#--- docstrings are statements
def f():
    """Says nothing."""
    return 1
"""A text of its own."""
print(f())
#--- scopes of comprehension and class
n = 3
class A:
    n = 4
    m = n + 1
    def get(self): return n
print(A.m, A().get(), [n for n in range(2)], n)
#--- shadowing a built-in
list_ = list
list = [1]
print(list, list_("ab"))
#--- deep data
x = []
for i in range(50): x = [x]
print(str(x).count("["))
#--- sorting stability and many
data = [(i * 7919 % 101, i) for i in range(40)]
print(sorted(data, key=lambda t: t[0] % 5)[:10], sorted(data)[:5], max(data), min(data, key=lambda t: -t[1]))
#--- string building
out = ""
for i in range(5): out += str(i) + ","
print(out, out[:-1].split(","))
#--- global in a nested function
def outer():
    global made
    made = 5
outer(); print(made)
#--- import in a function
def f():
    import math
    return math.sqrt(9)
print(f())
