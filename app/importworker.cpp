#include "import/workerloop.h"

/// lectern-import: reads files for Lectern in processes that can do nothing else. Started by Lectern, not by
/// people.
int main()
{
    return Lectern::serveImports();
}
