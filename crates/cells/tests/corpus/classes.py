#--- class
class Point:
    count = 0
    def __init__(self, x, y=0):
        self.x, self.y = x, y
        Point.count += 1
    def norm2(self): return self.x ** 2 + self.y ** 2
    def __repr__(self): return f"Point({self.x}, {self.y})"
    def __eq__(self, other): return isinstance(other, Point) and (self.x, self.y) == (other.x, other.y)
p, q = Point(1, 2), Point(3)
print(p, q, [p, q], p.norm2(), Point.count, p == Point(1, 2), p != q, p.count, Point.norm2(q))
p.z = 5; print(p.z, p.__dict__, p.__class__.__name__, type(p).__name__, type(p) is Point, Point)
#--- operators
class V:
    def __init__(self, v): self.v = v
    def __add__(self, o): return V(self.v + (o.v if isinstance(o, V) else o))
    def __radd__(self, o): return V(o + self.v)
    def __sub__(self, o): return V(self.v - o.v)
    def __rsub__(self, o): return V(o - self.v)
    def __mul__(self, o): return V(self.v * (o.v if isinstance(o, V) else o))
    __rmul__ = __mul__
    def __truediv__(self, o): return V(self.v / o)
    def __floordiv__(self, o): return V(self.v // o)
    def __mod__(self, o): return V(self.v % o)
    def __pow__(self, o): return V(self.v ** o)
    def __matmul__(self, o): return V(self.v * 100 + o.v)
    def __neg__(self): return V(-self.v)
    def __pos__(self): return V(+self.v)
    def __abs__(self): return V(abs(self.v))
    def __invert__(self): return V(~self.v)
    def __lt__(self, o): return self.v < o.v
    def __le__(self, o): return self.v <= o.v
    def __str__(self): return f"V<{self.v}>"
    def __iadd__(self, o):
        self.v += 100
        return self
    def __and__(self, o): return "and"
    def __round__(self, n=0): return f"rounded {n}"
a, b = V(3), V(4)
for r in [a + b, a + 1, 1 + a, a - b, 10 - a, a * b, 2 * a, a / 2, a // 2, a % 2, a ** 2, a @ b, -a, +a, abs(V(-2)), ~a]:
    print(r, end=" ")
print(a < b, a > b, a <= b, a >= b, max([a, b], key=lambda v: v.v), sum([a, b]), a & b, round(a, 2), sorted([b, a])[0])
a += 1; print(a)
#--- unsupported operators
class A: pass
A() + 1
#--- unsupported comparison
class A: pass
A() < A()
#--- NotImplemented
class A:
    def __add__(self, o): return NotImplemented
class B:
    def __radd__(self, o): return "B"
print(A() + B())
A() + 1
#--- containers
class Box:
    def __init__(self): self.d = {}
    def __getitem__(self, k): return self.d[k]
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
    def __len__(self): return len(self.d)
    def __contains__(self, k): return k in self.d
    def __iter__(self): return iter(self.d)
    def __call__(self, *a): return a
    def __bool__(self): return False
b = Box(); b["a"] = 1; b["b"] = 2; del b["a"]; b["b"] += 5
print(b["b"], len(b), "b" in b, list(b), b(1, 2), bool(b), "t" if b else "f")
b["zz"]
#--- sequence protocol
class Seq:
    def __getitem__(self, i):
        if i > 3: raise IndexError
        return i * i
print(list(Seq()), [x for x in Seq()], 4 in Seq(), max(Seq()))
#--- iterators
class Count:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n == 0: raise StopIteration
        self.n -= 1
        return self.n
print(list(Count(3)), sum(Count(4)), [x for x in Count(2)], dict(zip("ab", Count(2))))
for i in Count(2): print(i)
print(next(Count(5)))
#--- len of truth
class L:
    def __len__(self): return 0
print(bool(L()), not L())
#--- inheritance
class Animal:
    kind = "animal"
    def __init__(self, name): self.name = name
    def speak(self): return f"{self.name} the {self.kind} says {self.sound()}"
    def sound(self): return "..."
class Dog(Animal):
    kind = "dog"
    def sound(self): return "woof"
class Puppy(Dog):
    def __init__(self, name):
        super().__init__(name + " jr")
    def sound(self): return super().sound() + "!"
for a in [Animal("A"), Dog("D"), Puppy("P")]: print(a.speak())
print(isinstance(Puppy("x"), Animal), issubclass(Dog, Animal), issubclass(Animal, Dog), isinstance(Dog("d"), (int, Puppy)), Dog.sound(Puppy("q")))
#--- property, static and class methods
class T:
    scale = 2
    def __init__(self, c): self._c = c
    @property
    def c(self): return self._c
    @c.setter
    def c(self, v):
        if v < 0: raise ValueError("cold")
        self._c = v
    @staticmethod
    def helper(x): return x + 1
    @classmethod
    def make(cls, x): return cls(x * cls.scale)
t = T(5); print(t.c, T.helper(1), t.helper(2), T.make(4).c, t.make(1).c)
t.c = 9; print(t.c)
t.c = -1
#--- property without setter
class T:
    @property
    def x(self): return 1
T().x = 2
#--- getattr hook
class D:
    def __getattr__(self, name): return "dynamic " + name
d = D(); d.real = 1; print(d.foo, d.real)
#--- hash and equality
class K:
    def __init__(self, v): self.v = v
    def __hash__(self): return hash(self.v)
    def __eq__(self, o): return self.v == o.v
print({K(1): "a"}[K(1)], len({K(1), K(1), K(2)}), K(1) in [K(1)], [K(3)].index(K(3)), [K(1), K(1)].count(K(1)))
#--- equality without hash
class K:
    def __eq__(self, o): return True
{K()}
#--- format hook
class F:
    def __format__(self, spec): return f"<{spec}>"
    def __str__(self): return "str"
print(f"{F():abc} {F()} {F()!s:>5}", format(F(), "x"), "{:q}".format(F()), str(F()))
#--- no such attribute
class A: pass
A().x
#--- init arguments
class A: pass
A(1)
#--- init result
class A:
    def __init__(self): return 5
A()
#--- missing self argument
class A:
    def f(self, x): pass
A().f()
#--- class attributes are shared
class A:
    items = []
    n = 0
a, b = A(), A(); a.items.append(1); a.n += 1
print(b.items, b.n, a.n, A.n)
#--- methods are values
class A:
    def f(self): return "f of " + self.n
a = A(); a.n = "a"; m = a.f; print(m(), list(map(A.f, [a])), (lambda g: g())(a.f))
#--- nested classes and closures
def make():
    base = 10
    class Inner:
        def get(self): return base
    return Inner
print(make()().get())
#--- str falls back to repr
class A:
    def __repr__(self): return "A!"
print(str(A()), f"{A()}", "%s %r" % (A(), A()), [A()], {"k": A()})
#--- bad repr
class A:
    def __repr__(self): return 5
repr(A())
#--- not callable instance
class A: pass
A()()
#--- linked list
class Node:
    def __init__(self, v, nxt=None): self.v, self.next = v, nxt
head = None
for i in range(5): head = Node(i, head)
out = []
while head:
    out.append(head.v); head = head.next
print(out)
#--- scalar autodiff
class Value:
    def __init__(self, data, parents=()):
        self.data = data; self.grad = 0.0; self.parents = parents; self.back = lambda: None
    def __add__(self, o):
        o = o if isinstance(o, Value) else Value(o)
        out = Value(self.data + o.data, (self, o))
        def back():
            self.grad += out.grad; o.grad += out.grad
        out.back = back
        return out
    def __mul__(self, o):
        o = o if isinstance(o, Value) else Value(o)
        out = Value(self.data * o.data, (self, o))
        def back():
            self.grad += o.data * out.grad; o.grad += self.data * out.grad
        out.back = back
        return out
    def backward(self):
        order, seen = [], set()
        def visit(v):
            if v not in seen:
                seen.add(v)
                for p in v.parents: visit(p)
                order.append(v)
        visit(self); self.grad = 1.0
        for v in reversed(order): v.back()
x = Value(3.0); y = x * x + x * 2
y.backward(); print(y.data, x.grad)
#--- descending a parabola
x, rate = 5.0, 0.1
for step in range(10):
    x -= rate * 2 * x
    if step % 3 == 0: print(f"{step}: {x:.4f}")
print(round(x, 6))
#--- delete an attribute
class A: pass
a = A(); a.x = 1; del a.x
a.x
#--- deriving from a number is one thing, deriving from object another
class A(object):
    pass
print(isinstance(A(), object), issubclass(A, object))
