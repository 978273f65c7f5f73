#--- quoting
print("a'b", 'a"b', repr("a'b"), repr('a"b'), repr("a'b\"c"), repr("\n\t\\ \x00 é"))
print("tab\there", r"raw\n", "multi" "ple", """three
lines""")
print(["a", 'b"', "it's"], ("x",), {"k": "v"}, {"only"})
#--- joining and repeating
print("ab" + "cd", "ab" * 3, 2 * "x", "-" * 0, "a" * -1, len("héllo"), "lo" in "hello", "x" not in "abc")
#--- indexing
s = "hello"
print(s[0], s[-1], s[1:3], s[:2], s[2:], s[::-1], s[::2], s[-3:-1], s[10:], s[4:1], s[1:100])
print("héllo"[1], "héllo"[1:3], "日本語"[::-1])
#--- methods
print("Hello World".upper(), "ABC".lower(), "hello world".title(), "hELLO".capitalize(), "aBc".swapcase())
print("  x ".strip() + "|", "xxaxx".strip("x"), "  x ".lstrip() + "|", "  x ".rstrip() + "|")
print("a,b,,c".split(","), "a b  c ".split(), "a,b,c".split(",", 1), "a b c".rsplit(" ", 1), " x  y z ".split(None, 1))
print("l1\nl2\r\nl3\n".splitlines(), "a=b=c".partition("="), "a=b=c".rpartition("="), "abc".partition("x"))
print(", ".join(["a", "b"]), "".join([]), "-".join("abc"), "-".join(str(i) for i in range(3)))
print("banana".replace("a", "o"), "banana".replace("a", "o", 2), "aaa".replace("", "-"))
print("banana".find("an"), "banana".rfind("an"), "banana".find("x"), "banana".index("n"), "banana".count("a"), "banana".find("an", 2))
print("abc".startswith("ab"), "abc".endswith(("x", "c")), "abc".startswith("b", 1), "abc".removeprefix("a"), "abc".removesuffix("bc"))
print("7".zfill(3), "-7".zfill(4), "ab".ljust(5) + "|", "ab".rjust(5), "ab".center(5) + "|", "abc".center(6, "*") + "|", "a".center(4, "."))
print("123".isdigit(), "12a".isdigit(), "abc".isalpha(), "ab1".isalnum(), " \n".isspace(), "AB".isupper(), "ab".islower(), "a_1".isidentifier(), "".isdigit())
#--- comparing
print("a" < "b", "abc" < "abd", "Z" < "a", "" < "a", "a" == "a", "a" != "b", sorted(["b", "A", "a"]))
#--- percent
print("%d %i %5d|%-5d|%05d %+d % d" % (3, 4, 5, 6, 7, 8, 9))
print("%f %.2f %8.3f|%-8.1f|%08.2f %e %.3e %g %G %g %g" % (1.5, 2.345, 3.14159, 2.25, -1.5, 12345.678, 0.00012, 1e10, 1e-10, 100000, 1000000))
print("%s %r %10s|%-10s|%.2s %%" % ("a", "b", "c", "d", "efg"))
print("%x %X %o %#x %c %c" % (255, 255, 8, 255, "a", 98))
print("%(name)s is %(age)d" % {"name": "Ann", "age": 30}, "%s" % (1,), "%s" % [1, 2], "%d%%" % 50)
print("%*d|%.*f" % (6, 42, 2, 3.14159), "%d" % 3.7, "%s" % None, "%5s|" % True, "%.3d" % 7)
#--- percent too few
"%d %d" % 1
#--- percent too many
"%d" % (1, 2)
#--- percent wrong type
"%d" % "a"
#--- percent unknown
"%y" % 1
#--- format
print("{} {}".format(1, "a"), "{1} {0}".format("x", "y"), "{name}!".format(name="Bo"), "{{}} {}".format(3))
print("{:>6}|{:<6}|{:^6}|{:*^7}|{:06.2f}".format("a", "b", "c", "d", 3.14159))
print("{0[1]} {1[k]} {2.real}".format([1, 2], {"k": 3}, 4) if False else "{0[1]} {1[k]}".format([1, 2], {"k": 3}))
print("{!r} {!s} {!a}".format("a", "b", "é"), "{:{w}.{p}f}".format(3.14159, w=8, p=2), "{:>{}}|".format("x", 4))
#--- format index
"{} {}".format(1)
#--- format key
"{a}".format(b=1)
#--- format brace
"{".format(1)
#--- format mixed
"{} {0}".format(1)
#--- f-strings
x, name = 3.14159, "Ann"
print(f"{x} {x:.2f} {x:8.3f}| {x:<8.1f}| {x:e} {x:g} {x:+.1f} {x!r} {name!r} {name:>5}|{name:^7}|")
print(f"{1 + 2} {name.upper()} {[i for i in range(3)]} {{literal}} {x:{5}.{2}} {'nested'}")
print(f"{x=} {x = :.2f} {name=} {1+1=}")
print(f"{12345678:,} {1234567.891:,.2f} {0.256:.1%} {1000000:_} {255:x} {255:#b} {5:03d} {-5:05d} {5:+d} {True:d}")
print(f"{'a' if x > 3 else 'b'}" f"{'!' * 3}" "plain {not}")
#--- format of floats
for v in [0.0, 1.0, 1.5, 123.456, 1e10, 1e-7, 123456789.0, -2.5]:
    print(f"{v:.3} {v:.0f} {v:.1f} {v:g} {v:.2g} {v:e} {v:10.4} {v:#.3g} {v:G}")
#--- format of floats without a form
print(f"{1e16:} {1e16:10} {1.0:5} {12.0:.2} {123.0:.3} {0.0001:.3} {100.0:.1} {1234.5:.4} {5.0:.1}")
print(format(3.0, ""), format(10, "b"), format("x", "5") + "|", format(2.5, "08.3f"), format(-1.5, "=+8.2f"), format(0.5, "%"))
#--- ties
print(f"{0.5:.0f} {1.5:.0f} {2.5:.0f} {0.125:.2f} {0.375:.2f} {2.675:.2f} {1e21:.0f} {0.05:.1f} {0.25:.1f}")
#--- infinity in a format
print(f"{float('inf'):.2f} {float('-inf'):8} {float('nan'):.1f} {float('inf'):F} {float('nan'):05}")
#--- grouping with zeros
print(f"{1234:08,} {1234.5:012,.1f} {12:06_} {255:_b} {-1234:010,}")
#--- format of a bool and None
print(f"{True} {None} {True:5}| {None!s:>6}|")
#--- format error of text
f"{'a':d}"
#--- format error of an int
f"{3:s}"
#--- format error of a float
f"{3.5:d}"
#--- format error of a list
f"{[1]:5}"
#--- format precision of an int
f"{3:.2}"
#--- adding a number to text
"a" + 1
#--- adding text to a number
1 + "a"
#--- multiplying texts
"a" * "b"
#--- text times a float
"a" * 1.5
#--- index out of range
"abc"[5]
#--- text is not assignable
s = "abc"
s[0] = "x"
#--- join of numbers
",".join([1, 2])
#--- text has no such method
"abc".push("d")
#--- index of a missing part
"abc".index("x")
#--- in with a number
1 in "abc"
#--- ord of several
ord("ab")
#--- chr out of range
chr(-1)
#--- print options
print(1, 2, 3, sep="-", end="!\n")
print("a", "b", sep="")
print()
print("x", end="")
print(None, True, [None], 1.0)
print(*[1, 2, 3], sep=", ")
#--- ascii
print(ascii("é日"), ascii("plain"))
#--- formats found by chance
print(f"{504211:08,.1g} {-523399:-08,.1g} {1e16:014_.1g} {97:05c} {97:=4c} {97:^5c}|", "%#.2x %#.3o %.2c %06c %5.1s|" % (579596, 9, 97, 98, "abc"))
print(f"{-1440.5: #14.1} {5278.2:#08.0} {1234567:#_x}")
#--- characters that cannot be seen
print(repr("\u200b\ue000\u0301é\xa0\U00040645\u2028日\x7f"))
#--- alternate form of text
f"{'a':#5}"
#--- alternate form of a character
f"{97:#c}"
