# The Debian package that cpack makes; packaging/package does it in one command.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME lectern)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGE_CONTACT "The Lectern developers <developers@lectern.net>")
set(CPACK_PACKAGE_VENDOR Lectern)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "reader and search for folders of articles")
set(CPACK_PACKAGE_DESCRIPTION
"Lectern reads folders of articles that you have saved: plain text, web pages,
PDF, e-books, office documents, mails, feeds and archives. It finds words and
phrases while you type, lays accounts of one event side by side, and keeps the
passages that you pick together with where they come from.
.
Files are read where they are and never changed, in processes that may open
nothing else. Nothing is sent over the network. The package holds the program
with a window and lectern-cli for terminals and scripts.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# What is loaded at run time, which dpkg-shlibdeps does not see: how Qt draws SVG icons, and the fonts of the page.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6svg6, fonts-inter, fonts-sil-charis, poppler-data")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "fonts-noto-core, fonts-noto-cjk, fonts-noto-color-emoji, qt6-wayland")
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
include(CPack)
