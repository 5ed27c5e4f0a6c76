#!/usr/bin/env node
import "../dist/concord.js";
