#include "page/motion.h"

#include <QApplication>

namespace Lectern::Motion {

namespace {

bool s_reduced = false;

} // namespace

bool isReduced()
{
    return s_reduced || !qEnvironmentVariableIsEmpty("LECTERN_REDUCED_MOTION") ||
           !QApplication::isEffectEnabled(Qt::UI_AnimateMenu);
}

void setReduced(bool reduced)
{
    s_reduced = reduced;
}

} // namespace Lectern::Motion
