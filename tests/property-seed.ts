import fc from 'fast-check';

// The gate runs the same cases every time; `GALLEY_SEED=$RANDOM npm test -- unit` looks for new ones.
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env['GALLEY_SEED'] ?? 20_261_124) });
