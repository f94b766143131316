//! Ends a run in good order when it is told to from outside.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

/// Sets `stop` on Ctrl-C and on a request to end; a second one ends at once. A file that may grow no further then gives
/// an error in place of ending the process.
pub(super) fn listen(stop: &Arc<AtomicBool>) -> std::io::Result<()> {
    use signal_hook::consts::{SIGINT, SIGTERM};
    for (signal, code) in [(SIGINT, 130), (SIGTERM, 143)] {
        signal_hook::flag::register_conditional_shutdown(signal, code, Arc::clone(stop))?;
        signal_hook::flag::register(signal, Arc::clone(stop))?;
    }
    #[cfg(unix)]
    signal_hook::flag::register(signal_hook::consts::SIGXFSZ, Arc::default())?;
    Ok(())
}
