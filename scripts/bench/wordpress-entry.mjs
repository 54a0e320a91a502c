// The tests' own WordPress, bundled for plain Node.
export { wordPressServer } from '../../tests/cms/wordpress-server.ts';
