#include "style/tokens.h"

namespace Lectern {

namespace {

QColor hex(quint32 rgb)
{
    return QColor::fromRgb(rgb);
}

} // namespace

Tokens Tokens::light()
{
    Tokens t;
    t.chrome = hex(0xF3F1EC);
    t.list = hex(0xFAF8F4);
    t.paper = hex(0xFFFEFB);
    t.card = hex(0xFFFFFF);
    t.ink = hex(0x211F1B);
    t.ink2 = hex(0x57524A);
    t.ink3 = hex(0x69635A);
    t.line = hex(0xE5E1D8);
    t.rowLine = hex(0xEEEAE1);
    t.accent = hex(0x2F50A8);
    t.onAccent = hex(0xFFFFFF);
    t.tint = hex(0xE4E9F6);
    t.tintInk = hex(0x1F3B85);
    t.hover = hex(0xF0EDE6);
    t.hit = hex(0xFFE58F);
    t.hitInk = t.ink;
    t.currentHit = hex(0xFFC24D);
    t.currentHitInk = t.ink;
    t.hitTick = hex(0xE0A526);
    t.currentHitTick = hex(0xC9660A);
    t.selection = hex(0xCFDDFA);
    t.badge = hex(0xECE8DF);
    t.raised = hex(0xFFFFFF);
    t.noteBox = hex(0xF7F4ED);
    t.noteMarker = hex(0xFFF6D8);
    t.noteMarkerInk = hex(0x8A6600);
    t.pill = hex(0x26241F);
    t.pillInk = hex(0xF7F4EC);
    t.pillButton = hex(0x4668CF);
    t.pillButtonInk = hex(0xFFFFFF);
    t.difference = hex(0xFFD566);
    t.danger = hex(0xA3261B);
    t.success = hex(0x2E6B28);
    t.mark = {hex(0xFFF1B8), hex(0xD9F0D2), hex(0xDCE9FB), hex(0xFBDDE6), hex(0xFFE2C4), hex(0xE9E0FA)};
    t.markEdge = {hex(0xB98A00), hex(0x3F8A37), hex(0x3F78C9), hex(0xC9517A), hex(0xB8681C), hex(0x7E5BC4)};
    return t;
}

Tokens Tokens::sepia()
{
    Tokens t = light();
    t.chrome = hex(0xECE2CF);
    t.list = hex(0xF3EAD9);
    t.paper = hex(0xFAF3E5);
    t.card = hex(0xFDF8EE);
    t.ink = hex(0x2E2517);
    t.ink2 = hex(0x564A35);
    t.ink3 = hex(0x655840);
    t.line = hex(0xDDD0B8);
    t.rowLine = hex(0xE7DCC7);
    t.accent = hex(0x2B4A8F);
    t.tint = hex(0xE6DFD6);
    t.tintInk = hex(0x213C7C);
    t.hover = hex(0xEDE3D0);
    t.hit = hex(0xFBD982);
    t.currentHit = hex(0xF5B64A);
    t.hitInk = t.ink;
    t.currentHitInk = t.ink;
    t.selection = hex(0xCBD5E6);
    t.badge = hex(0xE6DAC4);
    t.raised = hex(0xFDF8EE);
    t.noteBox = hex(0xF6EDDC);
    t.difference = hex(0xF0C24E);
    t.noteMarker = hex(0xF6E3B0);
    t.noteMarkerInk = hex(0x795900);
    t.mark = {hex(0xF8E3A0), hex(0xD6E6C0), hex(0xD7E0EA), hex(0xF4D3D3), hex(0xF6D5AC), hex(0xE0D6EA)};
    t.markEdge = {hex(0xA67B00), hex(0x3B8033), hex(0x3870BD), hex(0xBF4A72), hex(0xA85F18), hex(0x7550B5)};
    return t;
}

Tokens Tokens::dark()
{
    Tokens t;
    t.isDark = true;
    t.chrome = hex(0x151619);
    t.list = hex(0x191A1E);
    t.paper = hex(0x1D1E22);
    t.card = hex(0x25272C);
    t.ink = hex(0xE8E4DB);
    t.ink2 = hex(0xB0AB9F);
    t.ink3 = hex(0xA09B91);
    t.line = hex(0x2E3036);
    t.rowLine = hex(0x24262B);
    t.accent = hex(0x9DB5FF);
    t.onAccent = hex(0x10131C);
    t.tint = hex(0x28304A);
    t.tintInk = hex(0xC9D6FF);
    t.hover = hex(0x222429);
    t.hit = hex(0x6A5212);
    t.hitInk = hex(0xFFF0C2);
    t.currentHit = hex(0x8A5E00);
    t.currentHitInk = hex(0xFFF0C2);
    t.hitTick = hex(0xE3B93C);
    t.currentHitTick = hex(0xFFCB66);
    t.selection = hex(0x2F4478);
    t.badge = hex(0x2A2C32);
    t.raised = hex(0x3A3D45);
    t.noteBox = hex(0x2C2E34);
    t.noteMarker = hex(0x3A3320);
    t.noteMarkerInk = hex(0xE3B93C);
    t.pill = hex(0xEFEBE2);
    t.pillInk = hex(0x211F1B);
    t.pillButton = hex(0x2F50A8);
    t.pillButtonInk = hex(0xFFFFFF);
    t.difference = hex(0x77590A);
    t.danger = hex(0xFF9E93);
    t.success = hex(0x8FD388);
    t.mark = {hex(0x4F4216), hex(0x22432B), hex(0x213B5E), hex(0x56293B), hex(0x56371A), hex(0x3B2F5C)};
    t.markEdge = {hex(0xE3B93C), hex(0x6CBF68), hex(0x6FA8F5), hex(0xE57FA5), hex(0xE8A15A), hex(0xA98CEB)};
    return t;
}

} // namespace Lectern
