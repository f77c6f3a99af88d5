// SPDX-License-Identifier: MIT
// The version of matn, written here and nowhere else.
#ifndef MATN_VERSION_HPP
#define MATN_VERSION_HPP

#define MATN_VERSION_MAJOR 0
#define MATN_VERSION_MINOR 1
#define MATN_VERSION_PATCH 0

/// Text analysis for Arabic-script and mixed text.
///
/// The inner namespace carries the ABI generation, so that two generations in one program cannot be mixed up.
namespace matn { inline namespace v0 {
}}

#endif
