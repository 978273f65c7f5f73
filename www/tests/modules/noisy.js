/** Makes an uncaught error, to see that the tests hear it. */
throw new Error("heard");
