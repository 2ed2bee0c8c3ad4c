#pragma once

#include "singleinstance.h"

namespace Lectern {

/// What the program was started with.
struct CommandLine
{
    QString library; ///< folder of the library
    SingleInstance::Request request;

    /// Reads the application's arguments; --help, --version and mistakes end the program.
    static CommandLine read();
};

} // namespace Lectern
