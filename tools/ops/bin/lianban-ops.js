#!/usr/bin/env -S node --disable-warning=TimeoutNegativeWarning
require('../dist/cli.js');
