//! Running other programs: each command is shown before it runs, a failing one is named.

use std::{
    io::{BufRead as _, BufReader},
    process::{Command, Stdio},
};

use crate::{error::Error, workspace};

/// A command that starts in the checkout's root.
pub(crate) fn command(program: &str) -> Command {
    let mut command = Command::new(program);
    command.current_dir(workspace::root());
    command
}

/// Shows the command, runs it and waits for it; its output goes where ours goes.
///
/// # Errors
/// If it cannot start or ends with a code other than 0; `remedy` says what to do then.
pub(crate) fn run(command: &mut Command, remedy: &str) -> Result<(), Error> {
    echo(command);
    let status = command
        .status()
        .map_err(|cause| not_started(command, &cause))?;
    if status.success() {
        return Ok(());
    }
    Err(Error::new(
        format!("`{}` failed: {status}", line(command)),
        remedy,
    ))
}

/// Shows the command, runs it and passes each line of its standard output on, to us and to `observer`.
/// Whether it ended with code 0.
///
/// # Errors
/// If it cannot start or its output cannot be read.
pub(crate) fn observe(
    command: &mut Command,
    mut observer: impl FnMut(&str),
) -> Result<bool, Error> {
    echo(command);
    let started = command.stdout(Stdio::piped()).spawn();
    let mut child = started.map_err(|cause| not_started(command, &cause))?;
    let output = child.stdout.take();
    for line in output
        .into_iter()
        .flat_map(|output| BufReader::new(output).lines())
    {
        let line = line.map_err(|cause| not_started(command, &cause))?;
        println!("{line}");
        observer(&line);
    }
    let status = child.wait().map_err(|cause| not_started(command, &cause))?;
    Ok(status.success())
}

/// Runs the command without showing it and returns what it printed to its standard output.
///
/// # Errors
/// If it cannot start, ends with a code other than 0, or prints something that is not UTF-8.
pub(crate) fn output(command: &mut Command) -> Result<String, Error> {
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .map_err(|cause| not_started(command, &cause))?;
    if !output.status.success() {
        return Err(Error::new(
            format!("`{}` failed: {}", line(command), output.status),
            "Its own message above says why.",
        ));
    }
    String::from_utf8(output.stdout).map_err(|cause| {
        Error::new(
            format!(
                "`{}` printed bytes that are not UTF-8: {cause}",
                line(command)
            ),
            "Run it by hand and look at its output.",
        )
    })
}

/// Shows the command and replaces this process by it, so that stopping one stops both.
/// Returns only if that fails.
#[cfg(unix)]
pub(crate) fn replace(command: &mut Command) -> Error {
    use std::os::unix::process::CommandExt;
    echo(command);
    let cause = command.exec();
    not_started(command, &cause)
}

/// Shows the command, runs it and ends this process with its exit code.
/// Returns only if the command cannot start.
#[cfg(not(unix))]
pub(crate) fn replace(command: &mut Command) -> Error {
    echo(command);
    match command.status() {
        Ok(status) => std::process::exit(status.code().unwrap_or(1)),
        Err(cause) => not_started(command, &cause),
    }
}

/// The command as one would type it.
pub(crate) fn line(command: &Command) -> String {
    std::iter::once(command.get_program())
        .chain(command.get_args())
        .map(|word| quoted(&word.to_string_lossy()))
        .collect::<Vec<_>>()
        .join(" ")
}

/// Prints the command as one would type it, before it runs.
pub(crate) fn echo(command: &Command) {
    println!("$ {}", line(command));
}

/// The error for a program that is missing or may not be run.
pub(crate) fn not_started(command: &Command, cause: &std::io::Error) -> Error {
    let program = command.get_program().to_string_lossy();
    Error::new(
        format!("cannot start `{program}`: {cause}"),
        format!("Install `{program}` and put it on PATH."),
    )
}

fn quoted(word: &str) -> String {
    if word.is_empty() || word.contains(char::is_whitespace) {
        format!("\"{word}\"")
    } else {
        word.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failing_command_is_named_with_its_exit_code_and_the_remedy() {
        let error = run(command("cargo").arg("no-such-command"), "Do this.").unwrap_err();
        let text = error.to_string();
        assert!(text.contains("`cargo no-such-command` failed"), "{text}");
        assert!(text.contains("101"), "{text}");
        assert!(text.ends_with("Do this."), "{text}");
    }

    #[test]
    fn an_observer_sees_each_line_and_the_result() {
        let mut lines = Vec::new();
        let observer = |line: &str| lines.push(line.to_owned());
        assert!(observe(command("cargo").arg("--version"), observer).unwrap());
        assert!(
            lines.len() == 1 && lines[0].starts_with("cargo "),
            "{lines:?}"
        );
        assert!(!observe(command("cargo").arg("no-such-command"), |_| {}).unwrap());
    }

    #[test]
    fn a_missing_program_is_named() {
        let text = output(&mut command("popgrad-no-such-program"))
            .unwrap_err()
            .to_string();
        assert!(text.contains("popgrad-no-such-program"), "{text}");
    }

    #[test]
    fn words_with_spaces_are_quoted() {
        assert_eq!(
            line(command("a").args(["b c", "", "d"])),
            "a \"b c\" \"\" d"
        );
    }
}
