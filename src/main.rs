//! The program: hands its arguments to [`kanshu::runtime`] and exits with the code that comes back.

fn main() -> std::process::ExitCode {
    kanshu::runtime::run(std::env::args_os())
}
